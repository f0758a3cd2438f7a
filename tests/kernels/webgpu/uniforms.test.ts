import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { sgdMomentumUpdate } from '../../../src/kernels/sgdMomentumUpdate/sgdMomentumUpdate.ts';
import { startBackend } from '../../reference/backends.ts';
import { countCalls } from './countCalls.ts';

test('a rate that is another in every step takes no more buffers, and each step has its own', async () => {
  await startBackend('webgpu');
  const { device } = tf.backend() as WebGPUBackend;
  const [changing, steady] = tf.tidy(() =>
    [0, 1].map(() => [tf.variable(tf.zeros([4])), tf.variable(tf.zeros([4]))]),
  ) as [tf.Variable[], tf.Variable[]];
  const gradient = tf.ones([4]);
  const update = ([weight, velocity]: tf.Variable[], learningRate: number) =>
    sgdMomentumUpdate([weight!], [velocity!], [gradient], {
      ...{ learningRate, momentum: 0, weightDecay: 0 },
    });
  let steps = 0;
  const take = (count: number) => {
    for (const last = steps + count; steps < last;) {
      update(steady, 0.5);
      update(changing, ++steps);
    }
  };
  take(2500);
  const created = countCalls(device, 'createBuffer');
  const destroyed = countCalls(GPUBuffer.prototype, 'destroy');
  take(500);
  expect(created() - destroyed(), 'buffers that 500 steps leave behind').toBe(0);
  // A float32 holds all of them exactly.
  const fourTimes = (value: number) => [value, value, value, value];
  expect(Array.from(await steady[0]!.data())).toEqual(fourTimes(-steps / 2));
  expect(Array.from(await changing[0]!.data())).toEqual(fourTimes((-steps * (steps + 1)) / 2));
  tf.dispose([changing, steady, gradient]);
});
