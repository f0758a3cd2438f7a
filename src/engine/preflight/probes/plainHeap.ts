import type { TensorInfo } from '@tensorflow/tfjs-core';
import { align, sizeOf, type Heap } from '../../../kernels/wasm/heap.ts';

/** A heap without TensorFlow.js, whose tensors are not given up one by one. */
export interface PlainHeap extends Heap {
  /** What is there now stays. What comes later lies in a ring: it lasts until the ring is full. */
  keep(): void;
}

/** @param memory half of it is for tensors, half for scratch; it does not grow */
export function createPlainHeap(memory: WebAssembly.Memory): PlainHeap {
  const half = memory.buffer.byteLength / 2;
  // No tensor lies at 0, by which kernels know a missing one.
  let first = align(1);
  let next = first;
  const address = ({ dataId }: TensorInfo) => (dataId as { address: number }).address;
  const output = (shape: number[]): TensorInfo => {
    const tensor: TensorInfo = { dataId: { address: 0 }, shape, dtype: 'float32' };
    const bytes = align(sizeOf(tensor) * 4);
    if (next + bytes > half) next = first;
    tensor.dataId = { address: next };
    next += bytes;
    return tensor;
  };
  return {
    address,
    output,
    share: (tensor) => tensor,
    successor: ({ shape }) => output(shape),
    floats: (tensor) => new Float32Array(memory.buffer, address(tensor), sizeOf(tensor)),
    integers: (tensor) => new Int32Array(memory.buffer, address(tensor), sizeOf(tensor)),
    scratch(...sizes) {
      let at = half;
      return sizes.map((size) => {
        const start = at;
        at += align(size);
        return start;
      });
    },
    keep: () => void (first = next),
  };
}
