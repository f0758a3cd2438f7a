import type { Dtype } from '../tensor/dtype.ts';
import type { Tensor } from '../tensor/Tensor.ts';
import type { Saved } from './Saved.ts';

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

let made = 0;

/** A number greater than those of all nodes so far. */
export function nextSequence(): number {
  return made++;
}
