import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
} from '@tensorflow/tfjs-core';

/** tfjs's own kernels that ours stand in for, by name; undefined where it has none. */
const stockKernels = new Map<string, KernelConfig | undefined>();

/**
 * Registers a kernel for the WebAssembly backend in place of tfjs's own.
 *
 * @param create makes the kernel, given tfjs's own for what it doesn't compute; where tfjs has none,
 *   that function throws
 */
export function replaceKernel(name: string, create: (stock: KernelFunc) => KernelFunc): void {
  const backendName = 'wasm';
  const registered = getKernel(name, backendName) as KernelConfig | undefined;
  if (!stockKernels.has(name)) stockKernels.set(name, registered);
  const stock = stockKernels.get(name);
  if (registered) unregisterKernel(name, backendName);
  registerKernel({
    ...stock,
    kernelName: name,
    backendName,
    kernelFunc: create(stock?.kernelFunc ?? missing(name)),
  });
}

/** Puts tfjs's own kernels back. */
export function restoreKernels(): void {
  for (const [name, stock] of stockKernels) {
    unregisterKernel(name, 'wasm');
    if (stock) registerKernel(stock);
  }
  stockKernels.clear();
}

function missing(name: string): KernelFunc {
  return ({ inputs, attrs }) => {
    const tensors = Object.entries(inputs).map(
      ([input, tensor]) => `${input} ${tensor?.dtype} [${tensor?.shape}]`,
    );
    throw new Error(
      `${name} on WebAssembly: expected float32 tensors, channels last, no dilation; ` +
        `got ${tensors.join(', ')}, ${JSON.stringify(attrs)}.`,
    );
  };
}
