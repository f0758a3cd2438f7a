import type { Dtype } from './tensor/dtype.ts';
import type { Tensor } from './tensor/Tensor.ts';

/** What the caller says besides tensors, such as `{ dim: [1], keepdim: false }`. */
export type Attributes = object;

/** What a gradient is computed from. */
export interface BackwardContext<A extends Attributes = Attributes> {
  attributes: A;
  /** Those that `saves` named; undefined elsewhere. */
  inputs: (Tensor | undefined)[];
  outputs: (Tensor | undefined)[];
  /** Shapes and dtypes of all inputs. */
  shapes: readonly (readonly number[])[];
  dtypes: readonly (Dtype | undefined)[];
  /** Whose gradient is wanted. */
  needs: readonly boolean[];
  kept: Record<string, unknown>;
}

/** One entry of the dispatcher's table. */
export interface Operation<A extends Attributes = Attributes> {
  /** As in torch, such as `conv2d`. */
  name: string;
  /** As grad_fn is printed, such as ConvolutionBackward0. */
  node?:
    | string
    | ((attributes: A, inputs: readonly (Tensor | undefined)[], outputs: Tensor[]) => string);
  /**
   * Computes without a thought of gradients. Results are new tensors or views (`viewOf`) of the first input.
   * What only the gradient needs can be put aside in `kept`.
   */
  forward(
    inputs: readonly (Tensor | undefined)[],
    attributes: A,
    kept: Record<string, unknown>,
  ): Tensor | Tensor[];
  /** Which inputs and outputs the gradient is computed from, by number. Default: none. */
  saves?(needs: readonly boolean[], attributes: A): { inputs?: number[]; outputs?: number[] };
  /**
   * The gradients of the inputs, in their shapes; undefined for those that have none. Written with `call`,
   * it has a gradient itself. A missing one of several results arrives as undefined; a single one is always there.
   */
  backward?(gradients: (Tensor | undefined)[], context: BackwardContext<A>): (Tensor | undefined)[];
}

/** Lets an operation's attributes be checked by their type. */
export function defineOperation<A extends Attributes>(operation: Operation<A>): Operation<A> {
  return operation;
}
