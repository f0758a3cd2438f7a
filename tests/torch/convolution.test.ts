import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { forgetFilters } from '../../src/torch/operations/convolution/filters.ts';
import type { ConvAttributes } from '../../src/torch/operations/convolution/geometry.ts';
import { geometryOf } from '../../src/torch/operations/convolution/geometry.ts';
import * as kernels from '../../src/torch/operations/convolution/kernels.ts';
import * as loops from '../../src/torch/operations/convolution/loops.ts';

await startNodeEngine();

/** Numbers between −1 and 1 that follow from their place. */
const wave = (size: number) =>
  Float32Array.from({ length: size }, (_, i) => ((i * 37) % 101) / 50 - 1);

interface Case {
  x: number[];
  filter: number[];
  stride?: number;
  padding?: [number, number];
}

const cases: Case[] = [
  { x: [2, 8, 16, 16], filter: [16, 8, 3, 3], padding: [1, 1] },
  { x: [2, 8, 15, 13], filter: [16, 8, 3, 3], stride: 2, padding: [1, 1] },
  { x: [1, 3, 33, 32], filter: [16, 3, 7, 7], stride: 2, padding: [3, 3] },
  { x: [4, 16, 14, 14], filter: [32, 16, 1, 1], stride: 2 },
  { x: [2, 5, 20, 9], filter: [7, 5, 1, 5], padding: [0, 2] },
  { x: [2, 64, 2, 2], filter: [128, 64, 3, 3], padding: [1, 1] },
];

const sizeOf = (shape: number[]) => shape.reduce((product, size) => product * size, 1);

describe.each(cases)('$x by $filter', ({ x, filter, stride = 1, padding = [0, 0] }) => {
  const attributes: ConvAttributes = {
    stride: [stride, stride],
    padding,
    dilation: [1, 1],
    groups: 1,
  };
  const geometry = geometryOf(x, filter, attributes);
  const [input, weight] = [wave(sizeOf(x)), wave(sizeOf(filter))];
  const dy = wave(geometry.batch * geometry.outputs * geometry.outHeight * geometry.outWidth);

  test('kernels give what loops give, and leave nothing behind', () => {
    expect(kernels.suitsKernels(geometry, input, weight)).toBe(true);
    const before = tf.memory().numTensors;
    expectClose(kernels.convolve(geometry, input, weight), loops.convolve(geometry, input, weight));
    expectClose(
      kernels.inputGradient(geometry, dy, weight),
      loops.inputGradient(geometry, dy, weight),
    );
    expectClose(
      kernels.filterGradient(geometry, input, dy),
      loops.filterGradient(geometry, input, dy),
    );
    forgetFilters();
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('doubles, groups and dilation stay with the loops', () => {
  const attributes: ConvAttributes = {
    stride: [1, 1],
    padding: [1, 1],
    dilation: [1, 1],
    groups: 1,
  };
  const [x, filter] = [
    [2, 8, 16, 16],
    [16, 8, 3, 3],
  ] as const;
  const geometry = geometryOf(x, filter, attributes);
  const numbers = new Float32Array(1);
  expect(kernels.suitsKernels(geometry, numbers)).toBe(true);
  expect(kernels.suitsKernels(geometry, new Float64Array(1))).toBe(false);
  expect(kernels.suitsKernels({ ...geometry, groups: 2 }, numbers)).toBe(false);
  expect(kernels.suitsKernels({ ...geometry, dilation: [2, 2] }, numbers)).toBe(false);
});

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  const largest = Math.max(...Array.from(expected, Math.abs));
  const away = Math.max(
    ...Array.from(expected, (value, i) => Math.abs(value - (found[i] as number))),
  );
  expect(away / largest).toBeLessThan(1e-5);
}
