import { isGradEnabled, withGrad } from './autograd/gradMode.ts';
import { aliasOf, edgeOf, needsGrad } from './autograd/edges.ts';
import { nextSequence } from './autograd/sequence.ts';
import { saveTensor } from './autograd/saved.ts';
import { unpack } from './autograd/unpack.ts';
import type { Attributes, Operation } from './Operation.ts';
import { recordStep, unrecorded } from './recording/record.ts';
import { operationOf } from './table.ts';
import { isFloating } from './tensor/dtype.ts';
import { detach, type Node, type Saved, type Tensor } from './tensor/Tensor.ts';

export type Inputs = readonly (Tensor | undefined)[];

/**
 * Does an operation of the table and, where an input needs a gradient, remembers how to compute it.
 * @throws {TorchError} as PyTorch would
 */
export function callAll(name: string, inputs: Inputs, attributes: Attributes = {}): Tensor[] {
  const operation = operationOf(name);
  const kept: Record<string, unknown> = {};
  // An operation without a gradient of its own may be made of others that have one.
  const grad = isGradEnabled() && operation.backward === undefined;
  const result = unrecorded(() =>
    withGrad(grad, () => operation.forward(inputs, attributes, kept)),
  );
  const outputs = (Array.isArray(result) ? result : [result]).map((output) =>
    inputs.includes(output) ? detach(output) : output,
  );
  const [first] = inputs;
  for (const output of outputs) {
    if (first && output !== first && output.storage === first.storage) {
      output.base = first.base ?? first;
      output.baseNode = output.base.node;
      output.isOneOfMany = Array.isArray(result);
    }
  }
  if (operation.backward && isGradEnabled() && inputs.some((input) => input && needsGrad(input))) {
    attachNode(operation, inputs, attributes, outputs, kept);
  }
  recordStep({ operation: name, inputs, attributes, output: outputs[0] });
  return outputs;
}

/** As `callAll`, for operations with one result. */
export function call(name: string, inputs: Inputs, attributes: Attributes = {}): Tensor {
  return callAll(name, inputs, attributes)[0] as Tensor;
}

function attachNode(
  operation: Operation,
  inputs: Inputs,
  attributes: Attributes,
  outputs: Tensor[],
  kept: Record<string, unknown>,
): void {
  const differentiable = outputs.filter((output) => isFloating(output.dtype));
  if (differentiable.length === 0) return;
  const needs = inputs.map((input) => input !== undefined && needsGrad(input));
  const edges = inputs.map((input) => input && edgeOf(input));
  const saves = operation.saves?.(needs, attributes) ?? {};
  const shapes = inputs.map((input) => input?.shape ?? []);
  const dtypes = inputs.map((input) => input?.dtype);
  const node: Node = {
    name: nameNode(operation, attributes, inputs, outputs),
    sequence: nextSequence(),
    edges,
    results: outputs.map(({ shape, dtype }) => ({ shape, dtype })),
    saved: undefined,
    backward: (gradients, saved) =>
      operation.backward?.(gradients, {
        attributes,
        inputs: saved.inputs.map(unpack),
        outputs: saved.outputs.map(unpack),
        shapes,
        dtypes,
        needs,
        kept: saved.kept,
      }) ?? [],
    hooks: [],
  };
  outputs.forEach((output, index) => {
    if (!isFloating(output.dtype)) return;
    output.node = node;
    output.outputIndex = index;
    output.requiresGrad = true;
  });
  const saved: Saved = { inputs: [], outputs: [], kept };
  for (const k of saves.inputs ?? []) {
    const input = inputs[k];
    if (input) saved.inputs[k] = saveTensor(aliasOf(input), input);
  }
  for (const k of saves.outputs ?? []) {
    saved.outputs[k] = saveTensor(aliasOf(outputs[k] as Tensor));
  }
  node.saved = saved;
}

function nameNode(
  { name, node }: Operation,
  attributes: Attributes,
  inputs: Inputs,
  outputs: Tensor[],
): string {
  if (node) return typeof node === 'string' ? node : node(attributes, inputs, outputs);
  const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Backward0`;
}
