import { Add, util, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import { sizeOf } from '../wasm/heap.ts';
import type { Export, WasmKernel } from '../wasm/module.ts';
import { cut, inParts } from '../wasm/threads/inParts.ts';

/**
 * Add on several threads, each with its share of the pictures, for large tensors of one shape, such as the two
 * gradients that meet where a shortcut branches off. All else goes to TensorFlow.js's own.
 */
export const add: WasmKernel<
  Kernel<{ a: Tensor; b: Tensor }, unknown, Tensor>,
  { addFloats: Export<4> }
> = {
  kernel: Add,
  run(wasm, { a, b }, _attrs, stock) {
    const { heap, threads } = wasm;
    const size = sizeOf(a);
    if (size * workOfSum < threads.least || !isAlike(a, b)) return stock();
    const sum = heap.output(a.shape);
    const [one, other, to] = [a, b, sum].map(heap.address) as [number, number, number];
    inParts(wasm, 'addFloats', cut(size, 2 * threads.count, 4), (call, { first, count }) =>
      call(one + first * 4, other + first * 4, to + first * 4, count),
    );
    return sum;
  },
};

function isAlike(a: TensorInfo, b: TensorInfo): boolean {
  const areFloats = a.dtype === 'float32' && b.dtype === 'float32';
  return areFloats && util.arraysEqual(a.shape, b.shape);
}

/** Multiplications that take as long as a sum: three floats are fetched or put back. */
const workOfSum = 16;
