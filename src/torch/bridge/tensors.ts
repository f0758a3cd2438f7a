import type { PyProxy } from 'pyodide/ffi';
import { nodeOf } from '../autograd/edges.ts';
import { isGradEnabled } from '../autograd/gradMode.ts';
import { type Dtype, infoOf } from '../tensor/dtype.ts';
import { valuesOf } from '../tensor/rows.ts';
import { isContiguous } from '../tensor/shape.ts';
import type { Storage } from '../tensor/Storage.ts';
import { detach, fromData } from '../tensor/Tensor.ts';
import { TorchError } from '../TorchError.ts';
import { handleOf, releaseHandle, tensorOf } from './handles.ts';

const addresses = new WeakMap<Storage, number>();
let lastAddress = 0;

/** What tensors are made of. */
export const tensorBridge = {
  /** @param numbers an array('d') of Python's, in row-major order */
  create(numbers: PyProxy, shape: string, dtype: Dtype): number {
    const buffer = (numbers as PyProxy & { getBuffer(type: string): Buffer }).getBuffer('f64');
    try {
      return handleOf(fromData(buffer.data.slice(), JSON.parse(shape) as number[], dtype));
    } finally {
      buffer.release();
    }
  },

  /** All numbers in row-major order, as doubles. */
  values(handle: number): Float64Array {
    return Float64Array.from(valuesOf(tensorOf(handle)));
  },

  release: releaseHandle,
  shape: (handle: number) => JSON.stringify(tensorOf(handle).shape),
  strides: (handle: number) => JSON.stringify(tensorOf(handle).strides),
  offset: (handle: number) => tensorOf(handle).offset,
  dtype: (handle: number) => tensorOf(handle).dtype,
  version: (handle: number) => tensorOf(handle).version.value,
  bytes: (dtype: Dtype) => infoOf(dtype).bytes,

  /** Whether two tensors begin at the same place of the same memory. */
  address(handle: number): number {
    const { storage, dtype, offset } = tensorOf(handle);
    const known = addresses.get(storage) ?? ++lastAddress * 2 ** 24;
    addresses.set(storage, known);
    return known + offset * infoOf(dtype).bytes;
  },

  /** Whether two tensors of one shape and dtype hold the same numbers. */
  areEqual(one: number, other: number): boolean {
    const [a, b] = [valuesOf(tensorOf(one)), valuesOf(tensorOf(other))];
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  },

  item: (handle: number) => valuesOf(tensorOf(handle))[0] as number,
  isContiguous: (handle: number) => isContiguous(tensorOf(handle)),
  typeName: (dtype: Dtype) => infoOf(dtype).tensor,

  detach: (handle: number) => handleOf(detach(tensorOf(handle))),

  /** As `.data`: changes in place go unnoticed. */
  untracked(handle: number): number {
    const tensor = detach(tensorOf(handle));
    tensor.version = { value: 0 };
    return handleOf(tensor);
  },

  /** As `x.data = y`: other numbers under the same name. */
  setData(handle: number, source: number): void {
    const { storage, shape, strides, offset, dtype } = tensorOf(source);
    const tensor = tensorOf(handle);
    Object.assign(tensor, { storage, shape, strides, offset, dtype });
    // The gradient will be of the new shape.
    tensor.accumulator = undefined;
  },

  /** As `x.unsqueeze_(0)`: the tensor becomes a view of itself. */
  becomeView(handle: number, view: number): void {
    const tensor = tensorOf(handle);
    const { shape, strides, offset, outputIndex } = tensorOf(view);
    const node = nodeOf(tensorOf(view));
    if (tensor.isLeaf && tensor.requiresGrad && isGradEnabled()) {
      throw new TorchError(
        'RuntimeError',
        'a leaf Variable that requires grad is being used in an in-place operation.',
      );
    }
    Object.assign(tensor, { shape, strides, offset, outputIndex, node: tensor.node && node });
    tensor.version.value++;
  },

  /** Makes a leaf of a tensor. */
  detachInPlace(handle: number): void {
    const tensor = tensorOf(handle);
    tensor.node = undefined;
    tensor.requiresGrad = false;
  },
};

interface Buffer {
  data: Float64Array;
  release(): void;
}
