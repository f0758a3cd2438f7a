import { type Data, type Dtype, infoOf } from './dtype.ts';
import { allocate } from './memory.ts';
import { contiguousStrides, sizeOf } from './shape.ts';
import { Storage } from './Storage.ts';

/** Counts in-place changes, shared by all views of a storage. */
export interface Version {
  value: number;
}

/** Where a gradient goes: to the node, as the gradient of its result `index`. */
export interface Edge {
  node: Node;
  index: number;
}

/** Changes a gradient on its way; undefined leaves it as it is. */
export interface Hook {
  index: number;
  run(gradient: Tensor): Tensor | undefined;
}

export type Gradients = (Tensor | undefined)[];

/** One operation of the graph that backward() walks (grad_fn), or the place where a leaf's gradient arrives. */
export interface Node {
  /** As PyTorch prints it, such as AddBackward0. */
  name: string;
  /** Nodes of later operations have greater numbers. */
  sequence: number;
  edges: (Edge | undefined)[];
  /** Of each result, for the gradient of one that was not used. */
  results: { shape: readonly number[]; dtype: Dtype }[];
  /** What the gradient is computed from; undefined once it was freed. */
  saved: Saved | undefined;
  backward(gradients: Gradients, saved: Saved): Gradients;
  hooks: Hook[];
  /** Of an accumulator. */
  leaf?: Tensor;
}

/** A tensor as it was when an operation needed it. */
export interface SavedTensor {
  tensor: Tensor;
  /** Of an input: the tensor itself, whose present history an error tells of. */
  original: Tensor;
  /** The storage's version when it was saved. */
  version: number;
}

/** What an operation leaves for its gradient. */
export interface Saved {
  inputs: (SavedTensor | undefined)[];
  outputs: (SavedTensor | undefined)[];
  /** Anything else that forward put aside, by name: tensors, typed arrays, numbers. */
  kept: Record<string, unknown>;
}

/** A view of a storage, with what autograd knows of it. */
export class Tensor {
  storage: Storage;
  dtype: Dtype;
  shape: readonly number[];
  strides: readonly number[];
  offset: number;
  version: Version;
  requiresGrad = false;
  grad: Tensor | undefined;
  /** What made it (grad_fn), and as which of the results. Read it with `edgeOf`, which knows of views. */
  node: Node | undefined;
  outputIndex = 0;
  /** Of a leaf: where its gradient arrives. */
  accumulator: Node | undefined;
  /** Of a view: the tensor that it is a view of, and that tensor's node when `node` was made. */
  base: Tensor | undefined;
  baseNode: Node | undefined;
  /** A Python number among tensors: it yields to their dtypes. */
  isNumber = false;
  /** By which Python knows it, while it does. */
  handle: number | undefined;
  retainsGrad = false;
  /** One of several views that one operation made: those can't be changed in place. */
  isOneOfMany = false;

  constructor(
    storage: Storage,
    shape: readonly number[],
    dtype: Dtype,
    strides: readonly number[] = contiguousStrides(shape),
    offset = 0,
    version: Version = { value: 0 },
  ) {
    this.storage = storage;
    this.shape = shape;
    this.dtype = dtype;
    this.strides = strides;
    this.offset = offset;
    this.version = version;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  get isLeaf(): boolean {
    return this.node === undefined;
  }
}

/** A tensor of zeros, whose memory is counted. */
export function zeros(shape: readonly number[], dtype: Dtype = 'float32'): Tensor {
  const size = sizeOf(shape);
  const { array, bytes } = infoOf(dtype);
  allocate(size * bytes);
  return new Tensor(new Storage(new array(size), size), shape, dtype);
}

/** A tensor of the given numbers, in row-major order; takes over `data` where it is of the dtype's kind. */
export function fromData(
  data: ArrayLike<number>,
  shape: readonly number[],
  dtype: Dtype = 'float32',
): Tensor {
  const { array, bytes } = infoOf(dtype);
  allocate(data.length * bytes);
  if (data instanceof array)
    return new Tensor(new Storage(data as Data, data.length), shape, dtype);
  const copy = new array(data.length);
  copy.set(data);
  return new Tensor(new Storage(copy, copy.length), shape, dtype);
}

/** A tensor whose numbers are made when somebody looks at them; its memory is counted already. */
export function madeLater(make: () => Data, shape: readonly number[], dtype: Dtype): Tensor {
  const size = sizeOf(shape);
  allocate(size * infoOf(dtype).bytes);
  return new Tensor(new Storage(make, size), shape, dtype);
}

/** Another view of the same storage; autograd hears of it from the dispatcher. */
export function viewOf(
  tensor: Tensor,
  shape: readonly number[],
  strides: readonly number[],
  offset = tensor.offset,
): Tensor {
  return new Tensor(tensor.storage, shape, tensor.dtype, strides, offset, tensor.version);
}

/** The same numbers without their history, as `detach()` gives them. */
export function detach(tensor: Tensor): Tensor {
  return viewOf(tensor, tensor.shape, tensor.strides);
}
