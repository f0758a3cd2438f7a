import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { asInThePaper, constantRate } from '../../../src/contract/runConfig.ts';
import { compileAhead } from '../../../src/kernels/webgpu/compileAhead.ts';
import { dispatch } from '../../../src/kernels/webgpu/dispatch.ts';
import { createGpu } from '../../../src/kernels/webgpu/gpu.ts';
import { programs } from '../../../src/kernels/webgpu/programs.ts';
import { registerWebgpuKernels } from '../../../src/kernels/webgpu/register.ts';
import { output } from '../../../src/kernels/webgpu/tensors.ts';
import { createLearner } from '../../../src/training/learner.ts';
import { startBackend } from '../../reference/backends.ts';
import { expectClose } from '../../reference/closeness.ts';
import { pattern } from '../../reference/pattern.ts';
import { countCalls } from './countCalls.ts';

describe('our WebGPU kernels', () => {
  beforeAll(() => startBackend('webgpu'));

  const webgpu = () => tf.backend() as WebGPUBackend;

  /** What a training step of a network hands to the GPU, once its programs are compiled. */
  async function countStep(depth: number) {
    const network = createLearner(
      { ...asInThePaper, id: 'net', kind: 'residual', depth, width: 4 },
      {
        ...{ steps: 12, batchSize: 4, seed: 1, schedule: constantRate },
        ...{ learningRate: 0.01, momentum: 0.9, weightDecay: 1e-4 },
      },
    );
    const pictures = tf.tensor4d(pattern('pictures', [4, 8, 8, 3], 2), [4, 8, 8, 3]);
    const labels = tf.tensor1d([0, 1, 2, 3], 'int32');
    const step = () => network.step({ pictures, labels }, { learningRate: 0.01 });
    const held = () => [tf.memory().numTensors, webgpu().bufferManager.getNumUsedBuffers()];
    // Two are written down, and compared before the loss of a third is read.
    for (let i = 0; i < 3; i++) await step();
    const before = held();
    const { queue } = webgpu();
    const calls = {
      programs: countCalls(GPUComputePassEncoder.prototype, 'dispatchWorkgroups'),
      submits: countCalls(queue, 'submit'),
      uploads: countCalls(queue, 'writeBuffer'),
      buffers: countCalls(webgpu().device, 'createBuffer'),
      readings: countCalls(GPUBuffer.prototype, 'mapAsync'),
    };
    for (let i = 0; i < 3; i++) await step();
    const counts = Object.entries(calls).map(([name, end]) => [name, end() / 3]);
    const gained = held().map((count, i) => count - before[i]!);
    network.dispose();
    tf.dispose([pictures, labels]);
    return { ...(Object.fromEntries(counts) as Record<keyof typeof calls, number>), gained };
  }

  test('a step of ResNet-8 is one batch of commands, and only its loss is read', async () => {
    const { programs, submits, buffers, readings, gained } = await countStep(8);
    expect({ submits, buffers, readings, gained }).toEqual({
      ...{ submits: 1, readings: 1 },
      // the 1 that gradients start from is kept
      buffers: 0,
      gained: [0, 0],
    });
    expect(programs).toBeLessThan(128);
  });

  test('TensorFlow.js’s own operations and ours read what the others have written', async () => {
    const [actual, expected] = tf.tidy(() => {
      const table = tf.tensor2d(pattern('table', [5, 8], 4), [5, 8]);
      // A cast from integers leaves them as they are on this backend.
      const chosen = tf.cast(tf.oneHot(tf.tensor1d([3, 1], 'int32'), 5), 'float32');
      const rows = tf.matMul(chosen as tf.Tensor2D, table);
      const both = tf.stack([tf.slice(table, [3, 0], [1, 8]), tf.slice(table, [1, 0], [1, 8])]);
      return [tf.transpose(rows), tf.transpose(tf.reshape(both, [2, 8]))];
    }) as [tf.Tensor, tf.Tensor];
    expectClose(await actual.data(), await expected.data(), 'forward', 'rows');
    tf.dispose([actual, expected]);
  });

  test('a value that is not a number stays one behind the ReLU', async () => {
    for (const values of [
      [NaN, -1, 2, -Infinity],
      [-0, -1e-40, NaN, 3, Infinity],
    ]) {
      const y = tf.tidy(() => tf.relu(tf.tensor1d(values)));
      const expected = values.map((value) => (value < 0 || value === 0 ? 0 : value));
      expect(Array.from(await y.data())).toEqual(expected);
      y.dispose();
    }
  });

  test('what others have too is not updated in place, and all else is', async () => {
    const weight = tf.tidy(() => tf.variable(tf.tensor1d([1, 2, 3])));
    const copy = tf.clone(weight);
    const rest = [tf.zeros([3]), tf.ones([3])];
    const update = () =>
      tf
        .engine()
        .runKernel<tf.Tensor[]>(
          'SgdMomentumUpdate',
          [weight, ...rest] as unknown as tf.NamedTensorMap,
          { learningRate: 1, momentum: 0, weightDecay: 0 },
        );
    const first = update();
    expect(first[0]!.dataId).not.toBe(weight.dataId);
    copy.dispose();
    const second = update();
    expect(second[0]!.dataId).toBe(weight.dataId);
    expect(Array.from(await first[0]!.data())).toEqual([0, 1, 2]);
    tf.dispose([weight, rest, first, second]);
  });

  test('compiling ahead runs nothing, and what comes after computes', async () => {
    const kernels = registerWebgpuKernels()!;
    const convolve = async () => {
      const y = tf.tidy(() =>
        tf.conv2d(tf.ones<tf.Rank.R4>([1, 2, 2, 4]), tf.ones<tf.Rank.R4>([1, 1, 4, 4]), 1, 'valid'),
      );
      const values = await y.data();
      y.dispose();
      return Array.from(values);
    };
    const ran = countCalls(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
    const compiled = countCalls(webgpu().device, 'createComputePipeline');
    await kernels.compileAhead(convolve);
    const whileCompiling = ran();
    expect(await convolve()).toEqual(Array.from({ length: 16 }, () => 4));
    expect(compiled(), 'pipelines compiled at first use').toBe(0);
    expect(whileCompiling).toBe(0);
  });

  test('a program that does not compile is named', async () => {
    const gpu = createGpu(webgpu())!;
    const wrong = programs((factor: number) => ({
      ...{ name: 'wrong', inputs: {}, outputs: { y: 'f32' as const }, uniforms: {} },
      body: `y[0] = nothing * ${factor};`,
    }));
    webgpu().device.pushErrorScope('validation');
    const compiled = compileAhead(gpu, async () => {
      const y = output(gpu, [1]);
      dispatch(gpu, wrong(1), { y }, {}, [1]);
      webgpu().disposeData(y.dataId);
    });
    await expect(compiled).rejects.toThrow('wrong(1)');
    await webgpu().device.popErrorScope();
  });

  test('no kernels for another backend', async () => {
    await tf.setBackend('cpu');
    expect(registerWebgpuKernels()).toBeNull();
    await tf.setBackend('webgpu');
  });
});
