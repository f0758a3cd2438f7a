import { type Edge, type Node, type Tensor, viewOf } from '../tensor/Tensor.ts';
import { scatterStrided } from './strided.ts';
import { nextSequence } from './sequence.ts';
import { saveNothing } from './saved.ts';

/** Where the gradient of a tensor goes; undefined where it needs none. */
export function edgeOf(tensor: Tensor): Edge | undefined {
  if (!needsGrad(tensor)) return undefined;
  const node = nodeOf(tensor);
  if (node) return { node, index: tensor.outputIndex };
  return { node: accumulatorOf(tensor), index: 0 };
}

/** Whether a gradient flows to it: a view's base may have become part of a graph after the view was made. */
export function needsGrad(tensor: Tensor): boolean {
  return tensor.requiresGrad || (tensor.base !== undefined && tensor.base.node !== tensor.baseNode);
}

/** The tensor's grad_fn. A view whose base was changed in place since is a view of the new base. */
export function nodeOf(tensor: Tensor): Node | undefined {
  const { base } = tensor;
  if (base && base.node !== tensor.baseNode && base.node) {
    const { shape, strides, offset, dtype } = tensor;
    tensor.baseNode = base.node;
    tensor.requiresGrad = true;
    tensor.outputIndex = 0;
    tensor.node = {
      name: 'AsStridedBackward0',
      sequence: nextSequence(),
      edges: [edgeOf(base)],
      results: [{ shape, dtype }],
      saved: saveNothing(),
      backward: ([gradient]) => [
        gradient && scatterStrided(gradient, base, { shape, strides, offset }),
      ],
      hooks: [],
    };
  }
  return tensor.node;
}

function accumulatorOf(leaf: Tensor): Node {
  leaf.accumulator ??= {
    name: 'AccumulateGrad',
    sequence: Infinity,
    edges: [],
    results: [{ shape: leaf.shape, dtype: leaf.dtype }],
    saved: saveNothing(),
    backward: () => [],
    hooks: [],
    leaf,
  };
  return leaf.accumulator;
}

/** The tensor as it is now: what happens to it in place later leaves the alias's history alone. */
export function aliasOf(tensor: Tensor): Tensor {
  const alias = viewOf(tensor, tensor.shape, tensor.strides);
  alias.node = nodeOf(tensor);
  alias.requiresGrad = tensor.requiresGrad;
  alias.outputIndex = tensor.outputIndex;
  alias.isNumber = tensor.isNumber;
  if (tensor.isLeaf && tensor.requiresGrad) alias.accumulator = accumulatorOf(tensor);
  return alias;
}
