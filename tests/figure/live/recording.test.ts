import { expect, test } from 'vitest';
import { resultOf, writeRecord } from '../../../src/figure/live/recording.ts';

const record = {
  figure: 'a-figure',
  recordedAt: '2026-11-26T12:00:00.000Z',
  engine: { backend: 'wasm' as const, device: 'A device' },
  settings: { blocks: 2 },
};
const readBack = <Result>(result: Result) =>
  resultOf<Result>(
    JSON.parse(writeRecord({ ...record, result })) as typeof record & { result: unknown },
  );

test('arrays of floats come back with 256 values between their ends', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i) * 3 - 1);
  const { maps } = readBack({ maps: [values] });
  expect(maps[0]).toBeInstanceOf(Float32Array);
  const worst = Math.max(...values.map((value, i) => Math.abs(value - maps[0]![i]!)));
  expect(worst).toBeLessThanOrEqual(6 / 255 / 2 + 1e-5);
});

test('one value everywhere, and no value at all, come back as they were', () => {
  expect(readBack({ even: new Float32Array(4).fill(0.5) }).even).toEqual(
    new Float32Array(4).fill(0.5),
  );
  expect(readBack({ none: new Float32Array(0) }).none).toEqual(new Float32Array(0));
});

test('numbers keep six digits, and what else is said comes back unchanged', () => {
  expect(readBack({ norm: 1.23456789, name: 'x', steps: [1, 2], found: null })).toEqual({
    ...{ norm: 1.23457, name: 'x', steps: [1, 2], found: null },
  });
});
