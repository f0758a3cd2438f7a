import { describe, expect, test } from 'vitest';
import { readCheckpoint } from '../../src/weights/readCheckpoint.ts';
import { badPickles } from './torch/badPickles.ts';
import { badSafetensors } from './safetensors/badSafetensors.ts';
import { badZips } from './zip/badZips.ts';
import { thrownBy } from './thrownBy.ts';
import { call, dict, pickle, streamed, tensor, text, zipped } from './torch/writePickle.ts';

function refuse(file: Uint8Array, says: RegExp) {
  const error = thrownBy(() => readCheckpoint(file, 'weights'));
  expect(error.message).toMatch(/^weights: /);
  expect(error.message).toMatch(says);
  expect(error.message.length).toBeLessThan(400);
  expect(error.remedy).not.toBe('');
}

test('the writers of bad files write good ones too', () => {
  const good = { a: { shape: [2, 2], data: Float32Array.of(0.5, -1, 2, 0.25) } };
  const weights = pickle(dict(text('a'), tensor()));
  const whole = { state: good, notes: [] };
  expect(readCheckpoint(zipped(weights), 'weights')).toEqual(whole);
  expect(readCheckpoint(streamed(weights), 'weights')).toEqual(whole);
});

describe('a pickle that', () => {
  test.each(badPickles)('%s is refused, in an archive and in a stream', (_, pickled, says) => {
    refuse(zipped(pickled), says);
    refuse(streamed(pickled), says);
  });

  test('changes a shape after it was checked changes nothing', () => {
    const size = 'K\x02';
    const list = `](${size}${size}eq\x01`;
    const longer = `h\x01(${size}e`;
    const pickled = pickle(
      dict(
        ...[text('a'), tensor({ shape: list })],
        ...[text('b'), call('torch._utils', '_rebuild_parameter', tensor(), longer, 'N')],
      ),
    );
    expect(readCheckpoint(zipped(pickled), 'weights').state.a?.shape).toEqual([2, 2]);
  });

  test('names a tensor __proto__ gets one of that name, and nothing else changes', () => {
    const { state } = readCheckpoint(zipped(pickle(dict(text('__proto__'), tensor()))), 'weights');
    expect(Object.keys(state)).toEqual(['__proto__']);
    expect(({} as { shape?: unknown }).shape).toBeUndefined();
  });
});

describe('an archive that', () => {
  test.each(badZips)('%s is refused', (_, file, says) => {
    refuse(file, says);
  });
});

describe('a safetensors file that', () => {
  test.each(badSafetensors)('%s is refused', (_, file, says) => {
    refuse(file, says);
  });
});

test.each([NaN, Infinity, -Infinity])('a tensor filled with %f is named', (value) => {
  const storages = { 0: new Uint8Array(Float32Array.of(0, 0, 0, value).buffer) };
  const weights = pickle(dict(text('layer1.0.bn1.weight'), tensor()));
  const says = new RegExp(`Value 3 of "layer1.0.bn1.weight" is ${value}`);
  refuse(zipped(weights, storages), says);
  refuse(streamed(weights, storages), says);
});
