import type {
  TracedBlock,
  TracedParameter,
  TracedStep,
  TracedValue,
} from '../contract/tracedBlock.ts';
import { record, type RecordedStep } from './record.ts';
import { valuesOf } from './tensor/rows.ts';
import type { Tensor } from './tensor/Tensor.ts';
import { TorchError } from './TorchError.ts';

export interface NamedTensor {
  name: string;
  tensor: Tensor;
  trained: boolean;
}

/** More numbers than this are no constant of a block. */
const largestConstant = 16;

/**
 * Runs a block once and writes down what it did.
 * @param named its parameters and buffers
 * @param run the block's forward pass on `input`
 * @throws {TorchError} where the output doesn't follow from the input by operations alone
 */
export function traceBlock(
  input: Tensor,
  named: readonly NamedTensor[],
  run: () => Tensor,
): TracedBlock {
  const places = new Map<Tensor, TracedValue>([[input, { input: true }]]);
  const parameters: TracedParameter[] = [];
  const add = ({ name, tensor, trained }: NamedTensor) => {
    const values = Array.from(valuesOf(tensor), Number);
    parameters.push({ name, shape: [...tensor.shape], values, trained });
    places.set(tensor, { parameter: name });
  };
  named.forEach(add);

  const steps: TracedStep[] = [];
  const placeOf = (tensor: Tensor): TracedValue => {
    const place = places.get(tensor);
    if (place) return place;
    const isConstant = valuesOf(tensor).length <= largestConstant && !sharesMemory(tensor, places);
    if (!isConstant) throw new TorchError('RuntimeError', untraceable);
    add({ name: `constant ${parameters.length}`, tensor, trained: false });
    return places.get(tensor) as TracedValue;
  };
  const output = record(({ operation, inputs, attributes, output: result }: RecordedStep) => {
    if (!result) return;
    steps.push({
      operation,
      inputs: inputs.map((one) => (one ? placeOf(one) : null)),
      attributes: attributes as Record<string, unknown>,
    });
    places.set(result, { step: steps.length - 1 });
  }, run);

  const place = places.get(output);
  if (!place) throw new TorchError('RuntimeError', untraceable);
  return { input: [...input.shape], ...prune(steps, parameters, place) };
}

const untraceable =
  "this block can't be trained here: it takes numbers out of their tensors, or keeps some from elsewhere";

/** As after `detach()`, which is no operation. */
function sharesMemory(tensor: Tensor, places: ReadonlyMap<Tensor, TracedValue>): boolean {
  return [...places.keys()].some(({ storage }) => storage === tensor.storage);
}

/** Without what the output doesn't need, such as the counting of batches. */
function prune(
  steps: readonly TracedStep[],
  parameters: readonly TracedParameter[],
  output: TracedValue,
): Pick<TracedBlock, 'steps' | 'parameters' | 'output'> {
  const needed = new Set<number>();
  const visit = (value: TracedValue | null) => {
    if (!value || !('step' in value) || needed.has(value.step)) return;
    needed.add(value.step);
    steps[value.step]?.inputs.forEach(visit);
  };
  visit(output);
  const numbers = new Map([...needed].sort((a, b) => a - b).map((old, index) => [old, index]));
  const renumber = (value: TracedValue): TracedValue =>
    'step' in value ? { step: numbers.get(value.step) ?? 0 } : value;
  const kept = steps
    .filter((_, index) => needed.has(index))
    .map((step) => ({ ...step, inputs: step.inputs.map((value) => value && renumber(value)) }));
  const used = new Set(
    kept.flatMap(({ inputs }) =>
      inputs.flatMap((value) => (value && 'parameter' in value ? [value.parameter] : [])),
    ),
  );
  return {
    steps: kept,
    parameters: parameters.filter(({ name, trained }) => trained || used.has(name)),
    output: renumber(output),
  };
}
