import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';

/**
 * A contract: what a kernel takes and gives on every backend. It is a type, beside a constant of the
 * same name that holds the kernel's name. Feature maps are channels-last,
 * [batch, height, width, channels], and all values float32 unless the contract says otherwise. Shapes
 * have been checked by the operation, so a kernel need not check them again.
 *
 * "In place" means that the kernel may write into that input and return its dataId again, since the
 * caller gives the input up. Beware of backends that remember a tensor by its dataId: TensorFlow.js's
 * own Conv2D on wasm packs each filter once.
 */
export interface Kernel<
  Inputs extends object = object,
  Attrs = unknown,
  Outputs extends Tensor | Tensor[] = Tensor | Tensor[],
> {
  inputs: Inputs;
  attrs: Attrs;
  outputs: Outputs;
}

/** Tensors as a backend is handed them: the id of their values, with shape and type. */
export type Infos<T> = T extends Tensor ? TensorInfo : { [Name in keyof T]: TensorInfo };

/** A kernel made of TensorFlow.js's operations: right on every backend, fast on none. */
export interface ComposedKernel<K extends Kernel> {
  kernel: string;
  run(inputs: K['inputs'], attrs: K['attrs']): K['outputs'];
}

/**
 * A kernel written for one backend.
 * `device` is what all of the backend's kernels work with: the GPU, or the WebAssembly module and its heap.
 */
export interface BackendKernel<K extends Kernel, Device> {
  kernel: string;
  /** @param stock runs TensorFlow.js's own kernel on the same inputs; throws where there is none */
  run(
    device: Device,
    inputs: Infos<K['inputs']>,
    attrs: K['attrs'],
    stock: () => Infos<K['outputs']>,
  ): Infos<K['outputs']>;
}

/** A composed kernel of any contract, for lists of them. */
export interface AnyComposedKernel {
  kernel: string;
  run(inputs: never, attrs: never): Tensor | Tensor[];
}

/** A backend's kernel of any contract, for lists of them. */
export interface AnyBackendKernel<Device> {
  kernel: string;
  run(device: Device, inputs: never, attrs: never, stock: () => never): TensorInfo | TensorInfo[];
}

/** What our kernels on a GPU can do besides. */
export interface GpuKernels {
  /** Compiles every program that `dryRun` comes by; what it computes is garbage. */
  compileAhead(dryRun: () => Promise<unknown>): Promise<void>;
}
