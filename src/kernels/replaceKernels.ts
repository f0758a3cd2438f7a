import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
} from '@tensorflow/tfjs-core';
import type { AnyBackendKernel } from './kernel.ts';

/** TensorFlow.js's own kernels that ours stand in for, by backend and name; undefined where it has none. */
const stockKernels = new Map<string, KernelConfig | undefined>();

/**
 * Registers kernels of ours for a backend, each in place of TensorFlow.js's own or of a composed one.
 * Calling it again replaces ours.
 */
export function replaceKernels<Device>(
  backendName: string,
  device: Device,
  kernels: readonly AnyBackendKernel<Device>[],
): void {
  for (const { kernel, run } of kernels) {
    replaceKernel(
      kernel,
      backendName,
      (stock) => (call) =>
        run(device, call.inputs as never, call.attrs as never, () => stock(call) as never),
    );
  }
}

/** @param create makes the kernel, given the one that it stands in for */
function replaceKernel(
  name: string,
  backendName: string,
  create: (stock: KernelFunc) => KernelFunc,
): void {
  const key = `${backendName}/${name}`;
  const registered = getKernel(name, backendName) as KernelConfig | undefined;
  if (!stockKernels.has(key)) stockKernels.set(key, registered);
  const stock = stockKernels.get(key);
  if (registered) unregisterKernel(name, backendName);
  registerKernel({
    ...stock,
    kernelName: name,
    backendName,
    kernelFunc: create(stock?.kernelFunc ?? missing(name, backendName)),
  });
}

/** Puts back what a backend had before; the tests of composed kernels need them beside ours. */
export function restoreKernels(backendName: string): void {
  for (const [key, stock] of stockKernels) {
    const [backend, name] = key.split('/') as [string, string];
    if (backend !== backendName) continue;
    unregisterKernel(name, backendName);
    if (stock) registerKernel(stock);
    stockKernels.delete(key);
  }
}

function missing(name: string, backendName: string): KernelFunc {
  return ({ inputs, attrs }) => {
    const tensors = Object.entries(inputs).map(
      ([input, tensor]) => `${input} ${tensor?.dtype} [${tensor?.shape}]`,
    );
    throw new Error(
      `${name} on ${backendName}: expected float32 tensors, channels last, no dilation; ` +
        `got ${tensors.join(', ')}, ${JSON.stringify(attrs)}.`,
    );
  };
}
