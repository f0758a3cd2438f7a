import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { expect } from 'vitest';
import { registerKernels } from '../../../src/kernels/register.ts';
import { registerWebgpuKernels } from '../../../src/kernels/webgpu/register.ts';

/** Backends that have our kernels, and whose shaders and errors are looked at. */
const watched = new WeakSet<WebGPUBackend>();

/**
 * Starts the WebGPU backend with our kernels, on a device of the limits that each one has.
 * @throws where the browser has no WebGPU: the flags of the tests' own give it one in software
 */
export async function startWebgpu(): Promise<void> {
  await import('@tensorflow/tfjs-backend-webgpu');
  await findAdapter();
  expect(await tf.setBackend('webgpu'), 'WebGPU starts').toBe(true);
  const backend = tf.backend() as WebGPUBackend;
  if (watched.has(backend)) return;
  watched.add(backend);
  registerKernels();
  expect(registerWebgpuKernels(), 'our WebGPU kernels').not.toBeNull();
  // It would draw values into a canvas, which gives zeros here.
  backend.readSync = () => {
    throw new Error('WebGPU gives no values at once: read them with data().');
  };
  const { device } = backend;
  const createShaderModule = device.createShaderModule.bind(device);
  device.createShaderModule = (descriptor) => {
    const { label, code } = descriptor;
    if (isOurs(label)) expect(variableIndices(code), `${label} indexes`).toEqual([]);
    return createShaderModule(descriptor);
  };
  device.addEventListener('uncapturederror', ({ error }) => {
    throw error;
  });
}

/** TensorFlow.js's programs have no choices in their names. */
const isOurs = (label = '') => label.endsWith(')');

/**
 * What a shader indexes by a variable that is no array in a buffer or of a workgroup. A vector, a matrix or an array of
 * a thread would then be kept in slow memory, and not every compiler knows how to store into one.
 */
function variableIndices(code: string): string[] {
  const arrays = Array.from(
    code.matchAll(/var<(?:storage|workgroup)[^>]*> (\w+)/g),
    ([, name]) => name,
  );
  const indexed = Array.from(code.matchAll(/([\w\])]+)\[(?!\d+\])/g), ([, name]) => name!);
  return indexed.filter((name) => !arrays.includes(name));
}

/** The first answer after a browser's start may be that there is none. */
async function findAdapter(): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) if (await navigator.gpu?.requestAdapter()) return;
  throw new Error('This browser has no WebGPU adapter, not even with --enable-unsafe-webgpu.');
}
