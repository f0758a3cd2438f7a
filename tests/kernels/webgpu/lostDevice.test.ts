import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgpu';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { afterAll, expect, test } from 'vitest';
import { registerWebgpu } from '../../../src/engine/backends/webgpuBackend.ts';
import { registerKernels } from '../../../src/kernels/register.ts';
import { pattern } from '../../reference/pattern.ts';

const stock = tf.findBackendFactory('webgpu');
afterAll(() => void tf.registerBackend('webgpu', stock));

async function start() {
  const handle = await registerWebgpu();
  expect(await tf.setBackend('webgpu')).toBe(true);
  registerKernels();
  expect(await handle.registerOwn?.()).toBeDefined();
  return handle;
}

const deviceInUse = () => (tf.backend() as WebGPUBackend).device;

/** Convolved maps, still on the GPU. */
const convolve = () =>
  tf.tidy(() => {
    const x = tf.tensor4d(pattern('x', [2, 6, 6, 4]), [2, 6, 6, 4]);
    return tf.conv2d(x, tf.tensor4d(pattern('filter', [3, 3, 4, 4]), [3, 3, 4, 4]), 1, 'same');
  });

test('a lost WebGPU device ends the reads that wait for it, and another gives the same digits', async () => {
  const first = await start();
  const y = convolve();
  const before = await y.data();
  expect(first.isLost()).toBe(false);
  const reading = convolve().data();
  deviceInUse().destroy();
  await expect(reading).rejects.toThrow();
  await expect.poll(() => first.isLost()).toBe(true);
  first.remove();

  const second = await start();
  const again = convolve();
  expect(await again.data()).toEqual(before);
  again.dispose();
  expect(second.isLost()).toBe(false);
  expect(second.refusal?.()).toBeUndefined();

  deviceInUse().createBuffer({ size: 4, usage: 0 });
  const last = convolve();
  await last.data();
  last.dispose();
  // Usually the browser has told by then; a busy one may take a little longer.
  await expect.poll(() => second.refusal?.()).toContain('usage');
  second.remove();
});
