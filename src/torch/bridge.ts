import type { PyProxy } from 'pyodide/ffi';
import { backward, gradientsOf } from './autograd/backward.ts';
import { edgeOf, needsGrad, nodeOf } from './autograd/edges.ts';
import { isGradEnabled, setGradEnabled } from './autograd/gradMode.ts';
import type { Gradients } from './autograd/Node.ts';
import { callAll } from './call.ts';
import {
  handleOf,
  keepNode,
  nodeOfHandle,
  releaseHandle,
  releaseNode,
  tensorOf,
} from './handles.ts';
import { callInPlace } from './inPlace.ts';
import { networkBridge } from './network/given.ts';
import { randomBridge } from './random/bridge.ts';
import { type Dtype, infoOf, isFloating } from './tensor/dtype.ts';
import { valuesOf } from './tensor/rows.ts';
import { isContiguous } from './tensor/shape.ts';
import type { Storage } from './tensor/Storage.ts';
import { detach, fromData, type Tensor } from './tensor/Tensor.ts';
import { TorchError } from './TorchError.ts';
import { traceBlock } from './trace.ts';

/** A number of Python's among inputs: its type's name and itself. */
type PythonNumber = ['int' | 'float' | 'bool', number];

const addresses = new WeakMap<Storage, number>();
let lastAddress = 0;

const numberDtypes = { int: 'int64', float: 'float64', bool: 'bool' } as const;

/**
 * What Python's `_torch` module can call. Tensors cross as handles, inputs and attributes as JSON: texts and
 * numbers cross for a microsecond and leave nothing behind, objects would have to be destroyed.
 */
export const bridge = {
  /** @returns a handle, or several as JSON */
  call(name: string, inputs: string, attributes: string): number | string {
    const outputs = callAll(name, readInputs(inputs), parse(attributes) as object);
    if (outputs.length === 1) return handleOf(outputs[0] as Tensor);
    return JSON.stringify(outputs.map(handleOf));
  },

  callInPlace(name: string, inputs: string, attributes: string): number {
    return handleOf(callInPlace(name, readInputs(inputs), parse(attributes) as object));
  },

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
  requiresGrad: (handle: number) => needsGrad(tensorOf(handle)),
  isLeaf: (handle: number) => nodeOf(tensorOf(handle)) === undefined,
  isGradEnabled,
  setGradEnabled,

  /** Whether two tensors begin at the same place of the same memory. */
  address(handle: number): number {
    const { storage, dtype, offset } = tensorOf(handle);
    const known = addresses.get(storage) ?? ++lastAddress * 2 ** 24;
    addresses.set(storage, known);
    return known + offset * infoOf(dtype).bytes;
  },

  item: (handle: number) => valuesOf(tensorOf(handle))[0] as number,
  isContiguous: (handle: number) => isContiguous(tensorOf(handle)),
  typeName: (dtype: Dtype) => infoOf(dtype).tensor,
  retainsGrad: (handle: number) => tensorOf(handle).retainsGrad,

  /** The node (grad_fn) of a tensor as a handle of its own, 0 for leaves; free it with `releaseNode`. */
  gradNode(handle: number): number {
    const node = nodeOf(tensorOf(handle));
    return node ? keepNode(node) : 0;
  },
  releaseNode,
  nodeName: (node: number) => nodeOfHandle(node).name,
  nextNodes(node: number): string {
    const { edges } = nodeOfHandle(node);
    return JSON.stringify(edges.map((edge) => (edge ? [keepNode(edge.node), edge.index] : [0, 0])));
  },
  /** Of a node where a leaf's gradient arrives: the leaf; else 0. */
  leafOf(node: number): number {
    const { leaf } = nodeOfHandle(node);
    return leaf ? handleOf(leaf) : 0;
  },

  /** The name of the operation that made a tensor; empty for leaves. */
  gradFn: (handle: number) => nodeOf(tensorOf(handle))?.name ?? '',

  setRequiresGrad(handle: number, on: boolean): void {
    const tensor = tensorOf(handle);
    if (!on && nodeOf(tensor)) {
      throw new TorchError(
        'RuntimeError',
        'you can only change requires_grad flags of leaf variables. If you want to use a computed variable in ' +
          "a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      );
    }
    if (on && !isFloating(tensor.dtype)) {
      throw new TorchError(
        'RuntimeError',
        'only Tensors of floating point and complex dtype can require gradients',
      );
    }
    tensor.requiresGrad = on;
  },

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

  /** @returns 0 where there is none */
  grad(handle: number): number {
    const { grad } = tensorOf(handle);
    return grad ? handleOf(grad) : 0;
  },

  setGrad(handle: number, grad: number): void {
    tensorOf(handle).grad = grad === 0 ? undefined : tensorOf(grad);
  },

  backward(roots: string, gradients: string, retainGraph: boolean, createGraph: boolean): void {
    const options = { retainGraph, createGraph };
    backward(readTensors(roots), readInputs(gradients) as Gradients, options);
  },

  /** @returns handles as JSON, 0 for unused inputs */
  gradients(
    roots: string,
    inputs: string,
    given: string,
    retainGraph: boolean,
    createGraph: boolean,
    allowUnused: boolean,
  ): string {
    const options = { retainGraph, createGraph, allowUnused };
    const found = gradientsOf(
      readTensors(roots),
      readTensors(inputs),
      readInputs(given) as Gradients,
      options,
    );
    return JSON.stringify(found.map((gradient) => (gradient ? handleOf(gradient) : 0)));
  },

  /**
   * @param run takes the gradient's handle, returns another one or 0
   * @returns what removes the hook
   */
  addHook(handle: number, run: PyProxy): () => void {
    const tensor = tensorOf(handle);
    const edge = edgeOf(tensor);
    if (!edge) {
      throw new TorchError(
        'RuntimeError',
        "cannot register a hook on a tensor that doesn't require gradient",
      );
    }
    const kept = run.copy() as PyProxy & ((gradient: number) => number);
    const hook = {
      index: edge.index,
      run: (gradient: Tensor) => {
        const changed = kept(handleOf(gradient));
        return changed === 0 ? undefined : tensorOf(changed);
      },
    };
    edge.node.hooks.push(hook);
    return () => {
      edge.node.hooks = edge.node.hooks.filter((other) => other !== hook);
      kept.destroy();
    };
  },

  retainGrad(handle: number): void {
    const tensor = tensorOf(handle);
    const node = nodeOf(tensor);
    if (!tensor.requiresGrad) {
      throw new TorchError(
        'RuntimeError',
        "can't retain_grad on Tensor that has requires_grad=False",
      );
    }
    if (!node || tensor.retainsGrad) return;
    tensor.retainsGrad = true;
    const run = (gradient: Tensor) => {
      tensor.grad = detach(gradient);
      return undefined;
    };
    node.hooks.push({ index: tensor.outputIndex, run });
  },

  /**
   * @param named [name, handle, whether it is trained] of each parameter and buffer, as JSON
   * @param run the forward pass: returns the output's handle
   * @returns a TracedBlock as JSON
   */
  trace(input: number, named: string, run: () => number): string {
    const all = JSON.parse(named) as [name: string, handle: number, trained: boolean][];
    const tensors = all.map(([name, handle, trained]) => ({
      ...{ name, trained },
      tensor: tensorOf(handle),
    }));
    return JSON.stringify(traceBlock(tensorOf(input), tensors, () => tensorOf(run())));
  },

  bytes: (dtype: Dtype) => infoOf(dtype).bytes,
  ...randomBridge,
  ...networkBridge,
};

interface Buffer {
  data: Float64Array;
  release(): void;
}

function readTensors(handles: string): Tensor[] {
  return (JSON.parse(handles) as number[]).map(tensorOf);
}

function readInputs(inputs: string): (Tensor | undefined)[] {
  return (parse(inputs) as (number | null | PythonNumber)[]).map((input) => {
    if (input === null) return undefined;
    if (typeof input === 'number') return tensorOf(input);
    const [type, value] = input;
    const number = fromData([value], [], numberDtypes[type]);
    number.isNumber = true;
    return number;
  });
}

/** JSON has no infinity: Python writes it as `{"float": "inf"}`. */
function parse(text: string): unknown {
  if (!text.includes('"float":')) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('float' in value)) return value;
    return { inf: Infinity, '-inf': -Infinity, nan: NaN }[value.float as string];
  });
}
