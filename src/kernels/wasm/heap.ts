import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** What the kernels use of TensorFlow.js's WebAssembly backend; `asm` is not part of its public types. */
export interface WasmBackend {
  wasm: {
    asm: { memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  dataIdMap: { get(dataId: object): { memoryOffset: number } };
  incRef(dataId: object): void;
  refCount(dataId: object): number;
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
}

/** The backend if it is TensorFlow.js's WebAssembly backend and shows its memory, else null. */
export function asWasmBackend(backend: unknown): WasmBackend | null {
  const { wasm, dataIdMap, makeOutput } = backend as Partial<WasmBackend>;
  const memory: unknown = (wasm as Partial<WasmBackend['wasm']> | undefined)?.asm?.memory;
  const complete = memory instanceof WebAssembly.Memory && dataIdMap && makeOutput;
  return complete ? (backend as WasmBackend) : null;
}

/** The memory the kernels share with TensorFlow.js. Addresses are bytes from its beginning and outlast its growth. */
export interface Heap {
  /** Address of a tensor's values. */
  address(tensor: TensorInfo): number;
  /** A tensor's values in place, float32 or int32; valid until the memory grows, so for one kernel at most. */
  floats(tensor: TensorInfo): Float32Array;
  integers(tensor: TensorInfo): Int32Array;
  /** A new float32 tensor of undefined values. */
  output(shape: number[]): TensorInfo;
  /** A kernel's input as its output: the same values under one more reference. */
  share(tensor: TensorInfo): TensorInfo;
  /** Where to write an input's successor: in place if no one else refers to its values, else anew. */
  successor(tensor: TensorInfo): TensorInfo;
  /**
   * Addresses of as many blocks of scratch as sizes (bytes) are given, each aligned to 64 bytes.
   * Valid until the next call: one kernel runs at a time, so all share one allocation.
   */
  scratch(...sizes: number[]): number[];
}

export function createHeap(backend: WasmBackend): Heap {
  let start = 0;
  let capacity = 0;
  const { memory } = backend.wasm.asm;
  const address = ({ dataId }: TensorInfo) => backend.dataIdMap.get(dataId).memoryOffset >>> 0;
  const output = (shape: number[]) => backend.makeOutput(shape, 'float32');
  const share = ({ dataId, shape, dtype }: TensorInfo) => {
    backend.incRef(dataId);
    return { dataId, shape, dtype };
  };
  return {
    address,
    output,
    share,
    successor: (old) => (backend.refCount(old.dataId) === 1 ? share(old) : output(old.shape)),
    floats: (tensor) => new Float32Array(memory.buffer, address(tensor), sizeOf(tensor)),
    integers: (tensor) => new Int32Array(memory.buffer, address(tensor), sizeOf(tensor)),
    scratch(...sizes) {
      const bytes = sizes.reduce((sum, size) => sum + align(size), alignment);
      if (bytes > capacity) {
        backend.wasm._free(start);
        start = backend.wasm._malloc(bytes) >>> 0;
        capacity = start === 0 ? 0 : bytes;
        if (start === 0)
          throw new Error(
            `WebAssembly has run out of memory: ${bytes} bytes of scratch are not left.`,
          );
      }
      let next = align(start);
      return sizes.map((size) => {
        const address = next;
        next += align(size);
        return address;
      });
    },
  };
}

/** Values in a tensor. */
export function sizeOf({ shape }: TensorInfo): number {
  return shape.reduce((size, length) => size * length, 1);
}

const alignment = 64;

/** The bytes that a block of scratch takes: from one thread's to the next one's, if each has one. */
export function align(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
