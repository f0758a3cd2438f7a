import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { readMaps, showMaps, type KeptMaps } from '../../src/inference/showMaps.ts';
import type { FeatureMaps } from '../../src/nn/tensors.ts';
import { describeFastBackends } from '../reference/backends.ts';

/** Two channels of a map of 1 by 2 pixels. */
const maps = (...values: number[]) => tf.tensor4d(values, [1, 1, 2, 2]) as FeatureMaps;

const show = async (kept: KeptMaps) => showMaps(await readMaps(kept));

describeFastBackends('The maps of a block', () => {
  test('are its terms, their sum after the ReLU, and the mean of that, the strongest channel first', async () => {
    const branch = maps(-4, 1, 2, 2);
    const shortcut = maps(1, 1, 0, 2);
    const both = await show({ place: '0.1', branch, shortcut, way: 'both' });
    expect(both).toMatchObject({ place: '0.1', side: 1, channels: 2 });
    const [first, second] = both.strongest;
    expect(first).toMatchObject({ channel: 1, largest: 4 });
    expect([...first!.branch!]).toEqual([32, 64]);
    expect([...first!.shortcut]).toEqual([32, 64]);
    expect([...first!.y]).toEqual([64, 127]);
    expect(second).toMatchObject({ channel: 0, largest: 4 });
    expect([...second!.y]).toEqual([0, 64]);
    expect([...both.mean]).toEqual([42, 127]); // 1 and 3

    const cut = await show({ place: '0.1', branch, shortcut, way: 'shortcut' });
    expect([...cut.mean]).toEqual([127, 127]);
    expect([...cut.strongest[0]!.branch!]).toEqual([64, 127]);
    tf.dispose([branch, shortcut]);
  });

  test('of a stem have no branch, and silence is no division by nothing', async () => {
    const silent = maps(0, 0, 0, 0);
    const { strongest, mean } = await show({
      ...{ place: 'stem', branch: null, shortcut: silent, way: 'both' },
    });
    expect(strongest[0]!.branch).toBeNull();
    expect([...mean, ...strongest[0]!.y]).toEqual([0, 0, 0, 0]);
    silent.dispose();
  });
});
