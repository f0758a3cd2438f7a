import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import { restoreKernels } from '../../src/kernels/replaceKernels.ts';
import { registerWebglKernels } from '../../src/kernels/webgl/register.ts';
import { startWasm } from '../kernels/wasm/startWasm.ts';
import { startWebgpu } from '../kernels/webgpu/startWebgpu.ts';

/** Where tests of networks run, with our own kernels or composed ones. */
const fast = ['wasm, composed', 'wasm', 'webgl', 'webgpu'];
/** And ResNet-34, which takes WebGPU in software minutes. */
const deep = fast.filter((backend) => backend !== 'webgpu');
/** And kernels and layers, which are small. */
const all = ['cpu', ...fast, 'wasm, 2 threads'];
/** Where values can be read at once. */
const prompt = all.filter((backend) => backend !== 'webgpu');

/**
 * Describes one suite for every backend that runs here. `body` is called while tests are collected,
 * before the backend is set: make tensors in tests. Afterwards no tensor may be left.
 */
export function describeBackends(name: string, body: (backend: string) => void): void {
  describeOn(all, name, body);
}

/**
 * The same without plain JavaScript, for networks of many layers: it took longer than all others, and each
 * layer is compared with PyTorch's numbers on it by itself.
 */
export function describeFastBackends(name: string, body: (backend: string) => void): void {
  describeOn(fast, name, body);
}

/** The same for ResNet-34. */
export function describeDeepBackends(name: string, body: (backend: string) => void): void {
  describeOn(deep, name, body);
}

/** The same where values can be read at once, for hooks, which look at what they are given. */
export function describePromptBackends(name: string, body: (backend: string) => void): void {
  describeOn(prompt, name, body);
}

function describeOn(backends: string[], name: string, body: (backend: string) => void): void {
  describe.each(backends)(`${name} on %s`, (backend) => {
    let before = 0;
    beforeAll(async () => {
      await startBackend(backend);
      before = tf.memory().numTensors;
    });
    body(backend);
    afterAll(() => {
      expect(tf.memory().numTensors - before, 'tensors left over').toBe(0);
    });
  });
}

/** The WebGL backend that has our kernels already: their programs are compiled once for all files. */
let withOurs: unknown;

/** Starts a backend of `describeBackends`. */
export async function startBackend(backend: string): Promise<void> {
  if (backend.startsWith('wasm')) {
    await startWasm(backend.endsWith('threads') ? 2 : 1);
    if (backend.endsWith('composed')) {
      restoreKernels('wasm');
      registerKernels();
    }
    return;
  }
  if (backend === 'webgpu') return startWebgpu();
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  tf.env().set('WEBGL_CPU_FORWARD', false); // or tensors as small as these would never meet a shader
  expect(await tf.setBackend(backend), `${backend} starts`).toBe(true);
  registerKernels();
  if (backend !== 'webgl' || withOurs === tf.backend()) return;
  expect(registerWebglKernels(), 'our WebGL kernels').not.toBeNull();
  withOurs = tf.backend();
}
