import { isFloating } from '../tensor/dtype.ts';
import { type Gradients, type Node, type Tensor, zeros } from '../tensor/Tensor.ts';
import { edgeOf } from './edges.ts';
import { nextSequence } from './sequence.ts';
import { saveNothing } from './saved.ts';

/**
 * Makes tensors the results of a node whose gradient somebody else computes: torch.autograd.Function.
 * @param run from the gradients of all outputs to those of all inputs
 */
export function attachFunction(
  name: string,
  inputs: readonly Tensor[],
  outputs: readonly Tensor[],
  run: (gradients: Tensor[]) => Gradients,
): void {
  const node: Node = {
    name,
    sequence: nextSequence(),
    edges: inputs.map(edgeOf),
    results: outputs.map(({ shape, dtype }) => ({ shape, dtype })),
    saved: saveNothing(),
    backward: (gradients) =>
      run(outputs.map(({ shape, dtype }, k) => gradients[k] ?? zeros(shape, dtype))),
    hooks: [],
  };
  outputs.forEach((output, index) => {
    if (!isFloating(output.dtype)) return;
    output.node = node;
    output.outputIndex = index;
    output.requiresGrad = true;
  });
}
