import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, describe, expect, test } from 'vitest';
import { draw } from '../../../src/kernels/webgl/draw.ts';
import { createGpu } from '../../../src/kernels/webgl/gpu.ts';
import { programs } from '../../../src/kernels/webgl/programs.ts';
import { registerWebglKernels } from '../../../src/kernels/webgl/register.ts';
import { createTexels, isQuads } from '../../../src/kernels/webgl/texels.ts';
import { asInThePaper, constantRate } from '../../../src/contract/runConfig.ts';
import { createLearner } from '../../../src/training/learner.ts';
import { startBackend } from '../../reference/backends.ts';
import { expectClose } from '../../reference/closeness.ts';
import { pattern } from '../../reference/pattern.ts';
import { countDraws } from './countDraws.ts';

describe('our WebGL kernels', () => {
  beforeAll(() => startBackend('webgl'));

  const webgl = () => tf.backend() as MathBackendWebGL;
  const x = () => tf.tensor4d(pattern('x', [2, 4, 6, 8], 4), [2, 4, 6, 8]);
  const identity = () =>
    tf.tensor4d(
      Float32Array.from({ length: 64 }, (_, i) => Number(i % 9 === 0)),
      [1, 1, 8, 8],
    );
  /** The same maps, written by a program of ours. */
  const ours = () => tf.conv2d(x(), identity(), 1, 'valid');

  test('TensorFlow.js’s own operations read what our programs have written', async () => {
    const gpu = createGpu(webgl())!;
    const operations: Record<string, (maps: tf.Tensor4D) => tf.Tensor> = {
      values: (maps) => maps,
      square: (maps) => tf.square(maps),
      transpose: (maps) => tf.transpose(maps, [3, 0, 2, 1]),
      slice: (maps) => tf.slice(maps, [1, 1, 2, 3], [1, 2, 3, 4]),
      sum: (maps) => tf.sum(maps, [1, 2]),
      reshape: (maps) => tf.reshape(maps, [16, -1]),
      'broadcast add': (maps) => tf.add(maps, tf.range(0, 8)),
      'add to itself': (maps) => tf.add(maps, maps),
      'matrix product': (maps) => tf.matMul(tf.reshape(maps, [48, 8]), tf.ones([8, 3])),
      'maps of a slice': (maps) => tf.conv2d(tf.slice(maps, 1), identity(), 1, 'valid'),
    };
    for (const [name, operation] of Object.entries(operations)) {
      const [actual, expected] = tf.tidy(() => {
        const maps = ours() as tf.Tensor4D;
        expect(isQuads(gpu, maps)).toBe(true);
        return [operation(maps), operation(x())];
      }) as [tf.Tensor, tf.Tensor];
      expect(actual.shape).toEqual(expected.shape);
      expectClose(await actual.data(), await expected.data(), 'forward', name);
      tf.dispose([actual, expected]);
    }
  });

  test('TensorFlow.js reads our textures and its own by programs that know their sides', async () => {
    const values = pattern('x', [1, 3, 3, 1], 4);
    const theirs = () => tf.square(tf.tensor4d(values, [1, 3, 3, 1]));
    const turn = (maps: tf.Tensor) => tf.transpose(maps, [0, 2, 1, 3]);
    const [expected, actual] = tf.tidy(() => [
      turn(theirs()),
      turn(tf.conv2d(theirs() as tf.Tensor4D, tf.ones([1, 1, 1, 1]), 1, 'valid')),
    ]) as [tf.Tensor, tf.Tensor];
    const turned = [0, 3, 6, 1, 4, 7, 2, 5, 8].map((i) => values[i]! ** 2);
    expectClose(await expected.data(), turned, 'forward', 'of their texture');
    expectClose(await actual.data(), turned, 'forward', 'of ours');
    tf.dispose([expected, actual]);
  });

  test('steps gain no tensors and no textures', async () => {
    const network = createLearner(
      { ...asInThePaper, id: 'net', kind: 'residual', depth: 8, width: 4 },
      {
        ...{ steps: 12, batchSize: 4, seed: 1, schedule: constantRate },
        learningRate: 0.01,
        momentum: 0.9,
        weightDecay: 1e-4,
      },
    );
    const pictures = tf.tensor4d(pattern('pictures', [4, 8, 8, 3], 2), [4, 8, 8, 3]);
    const labels = tf.tensor1d([0, 1, 2, 3], 'int32');
    const step = () => network.step({ pictures, labels }, { learningRate: 0.01, measure: true });
    const held = () => [tf.memory().numTensors, webgl().getTextureManager().getNumUsedTextures()];
    // Two are written down, and compared before the loss of a third is read.
    for (let i = 0; i < 3; i++) await step();
    const before = held();
    for (let i = 0; i < 10; i++) await step();
    expect(held()).toEqual(before);
    network.dispose();
    tf.dispose([pictures, labels]);
  });

  test('a program that does not compile is named', () => {
    const gpu = createGpu(webgl())!;
    const wrong = programs((lanes: 1 | 4) => ({
      ...{ name: 'wrong', inputs: {}, targets: 1, uniforms: {} },
      source: `void main() { target0 = nothing * ${lanes}.0; }`,
    }));
    const target = createTexels(gpu, [4], 1);
    expect(() => draw(gpu, wrong(1), {}, [target])).toThrow(
      /^The GPU program wrong\(1\) could not be compiled: .*nothing/,
    );
    webgl().disposeIntermediateTensorInfo(target);
  });

  test('compiling ahead draws nothing, and what comes after computes', async () => {
    const kernels = registerWebglKernels()!;
    const draws = countDraws();
    const convolve = async () => {
      const y = tf.tidy(ours);
      const values = await y.data();
      y.dispose();
      return values;
    };
    await kernels.compileAhead(convolve);
    expect(draws.ours()).toBe(0);
    expectClose(await convolve(), pattern('x', [2, 4, 6, 8], 4), 'forward', 'y');
    expect(draws.ours()).toBeGreaterThan(0);
    draws.stop();
  });

  test('no kernels for another backend', async () => {
    await tf.setBackend('cpu');
    expect(registerWebglKernels()).toBeNull();
    await tf.setBackend('webgl');
  });
});
