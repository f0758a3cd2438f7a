import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, describe, expect, test } from 'vitest';
import { Conv2DBackpropFilter } from '../../../src/kernels/conv2dBackpropFilter/contract.ts';
import { Conv2DBackpropInput } from '../../../src/kernels/conv2dBackpropInput/contract.ts';
import { runKernel } from '../../../src/kernels/runKernel.ts';
import { startBackend } from '../../reference/backends.ts';
import { convOracle, type ConvCase } from '../../reference/convOracle.ts';
import { expectClose } from '../../reference/closeness.ts';
import { pattern } from '../../reference/pattern.ts';
import { countDraws } from './countDraws.ts';

const maps: [number, number, number, number] = [2, 4, 4, 8];
const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 } as const;

const shape: ConvCase = {
  ...{ batch: 2, height: 4, width: 4, inputs: 8, outputs: 8, rows: 3, columns: 3 },
  ...{ stride: [1, 1], pad: [1, 1, 1, 1] },
};

describe('what waits to be drawn on WebGL', () => {
  beforeAll(() => startBackend('webgl'));

  /** Maps in a texture of ours. */
  const ours = (name: string) =>
    tf.tidy(() => tf.conv2d(tf.tensor4d(pattern(name, maps), maps), identity(), 1, 'same'));
  const identity = () =>
    tf.tensor4d(
      Float32Array.from({ length: 64 }, (_, i) => Number(i % 9 === 0)),
      [1, 1, 8, 8],
    );
  const inputGradient = (dy: tf.Tensor4D, filter: tf.Tensor4D) =>
    runKernel<Conv2DBackpropInput>(
      Conv2DBackpropInput,
      { dy, filter },
      { ...attrs, inputShape: maps },
    );
  const filterGradient = (x: tf.Tensor4D, dy: tf.Tensor4D) =>
    runKernel<Conv2DBackpropFilter>(
      Conv2DBackpropFilter,
      { x, dy },
      { ...attrs, filterShape: [3, 3, 8, 8] },
    );
  const held = () => {
    const { numTensors, numDataBuffers } = tf.memory();
    const textures = (tf.backend() as MathBackendWebGL).getTextureManager().getNumUsedTextures();
    return { numTensors, numDataBuffers, textures };
  };

  test('a gradient is drawn with what is added to it, or by itself for whoever reads it', async () => {
    const before = held();
    const [dy, shortcut, filter] = [ours('dy'), ours('shortcut'), identity()];
    const [values, addend] = [await dy.data(), await shortcut.data()];
    const expected = values.map((value, i) => value + addend[i]!);
    const draws = countDraws();
    const dx = inputGradient(dy, filter);
    const sums = [tf.add(dx, shortcut), tf.add(shortcut, dx)];
    draws.stop();
    expect(draws.all()).toBe(3); // the filter's lanes, and two sums

    tf.dispose([dy, shortcut, filter]);
    for (const sum of sums) expectClose(await sum.data(), expected, 'forward', 'sum');
    expectClose(await dx.data(), values, 'forward', 'dx');
    tf.dispose([dx, sums]);
    expect(held()).toEqual(before);
  });

  test('the gradients of two filters take one sum, and a third is summed when it is read', async () => {
    const before = held();
    const names = ['a', 'b', 'c'];
    const dy = ours('dy');
    const inputs = names.map(ours);
    const draws = countDraws();
    const gradients = inputs.map((x) => filterGradient(x, dy));
    draws.stop();
    expect(draws.all()).toBe(4);

    tf.dispose([dy, ...inputs]);
    const filter = new Float32Array(3 * 3 * 8 * 8);
    const slopes = pattern('dy', maps);
    for (const [i, name] of names.entries()) {
      const oracle = convOracle(shape, pattern(name, maps), filter, (k) => slopes[k]!);
      expectClose(await gradients[i]!.data(), oracle.dFilter, 'gradient', name);
    }
    tf.dispose(gradients);
    expect(held()).toEqual(before);
  });

  test('what is freed unread is never drawn', () => {
    const before = held();
    const [x, dy, filter] = [ours('x'), ours('dy'), identity()];
    tf.dispose([filterGradient(x, dy), inputGradient(dy, filter)]); // the filter is now on the GPU
    const draws = countDraws();
    const unread = [filterGradient(x, dy), inputGradient(dy, filter)];
    const clone = tf.clone(unread[1]!);
    tf.dispose([x, dy, filter, unread]);
    clone.dispose();
    draws.stop();
    expect(draws.all()).toBe(2); // a filter gradient's parts, and the filter's lanes
    expect(held()).toEqual(before);
  });
});
