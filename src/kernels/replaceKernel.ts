import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** tfjs's own kernels that ours stand in for, by backend and name; undefined where it has none. */
const stockKernels = new Map<string, KernelConfig | undefined>();

/**
 * Registers a kernel for a backend in place of tfjs's own. Calling it again replaces ours.
 *
 * @param create makes the kernel, given tfjs's own for what it doesn't compute; where tfjs has none,
 *   that function throws
 */
export function replaceKernel(
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

/**
 * A function that registers kernels of contracts.ts for a backend. The operations in kernels/ have checked
 * shapes and types, so inputs and attributes are as the contract says.
 *
 * @param device what all of the backend's kernels work with: the GPU, or the WebAssembly module and its heap
 */
export function createRegister<Device>(backendName: string, device: Device) {
  return <Inputs, Attrs>(
    name: string,
    kernel: (device: Device, inputs: Inputs, attrs: Attrs) => TensorInfo | TensorInfo[],
  ): void => {
    const kernelFunc: KernelFunc = ({ inputs, attrs }) =>
      kernel(device, inputs as Inputs, attrs as Attrs);
    replaceKernel(name, backendName, () => kernelFunc);
  };
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
