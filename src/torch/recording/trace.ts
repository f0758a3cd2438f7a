import type {
  TracedBlock,
  TracedParameter,
  TracedStep,
  TracedValue,
} from '../../contract/tracedBlock.ts';
import { valuesOf } from '../tensor/rows.ts';
import type { Storage } from '../tensor/Storage.ts';
import type { Tensor } from '../tensor/Tensor.ts';
import { TorchError } from '../TorchError.ts';
import { type RecordedStep, setRecorder } from './record.ts';

interface NamedTensor {
  name: string;
  tensor: Tensor;
  trained: boolean;
}

export interface Tracer {
  start(): void;
  stop(): void;
  /** @throws {TorchError} RuntimeError where the output comes from elsewhere */
  describe(output: Tensor): TracedBlock;
}

/**
 * Records a forward pass as data. Each tensor stands for the value that it has at the time: an operation in place
 * makes it another one.
 */
export function createTracer(input: Tensor, parameters: readonly NamedTensor[]): Tracer {
  const values = new Map<Tensor, TracedValue>([[input, { input: true }]]);
  for (const { name, tensor } of parameters) values.set(tensor, { parameter: name });
  const initial: TracedParameter[] = parameters.map(({ name, tensor, trained }) => ({
    name,
    shape: [...tensor.shape],
    values: Array.from(valuesOf(tensor)),
    trained,
  }));
  const views = new Map<Storage, Set<Tensor>>();
  const steps: TracedStep[] = [];

  const know = (tensor: Tensor, value: TracedValue) => {
    values.set(tensor, value);
    const others = views.get(tensor.storage) ?? new Set();
    views.set(tensor.storage, others.add(tensor));
  };
  for (const [tensor, value] of values) know(tensor, value);

  const valueOf = (tensor: Tensor, operation: string): TracedValue => {
    const value = values.get(tensor);
    if (value) return value;
    throw new TorchError(
      'RuntimeError',
      `${operation} uses a tensor that is neither the input nor a parameter, nor made of these`,
    );
  };

  const constantOf = (number: Tensor): TracedValue => {
    const name = `constant ${initial.length}`;
    initial.push({ name, shape: [], values: [number.storage.data[0] as number], trained: false });
    return { parameter: name };
  };

  const add = ({ operation, inputs, attributes, output }: RecordedStep) => {
    if (!output) return;
    if (inputs[0] === output && (views.get(output.storage)?.size ?? 0) > 1) {
      throw new TorchError(
        'RuntimeError',
        `${operation}_ changes a tensor of which there are several views: that can't be followed`,
      );
    }
    steps.push({
      operation,
      inputs: inputs.map((each) =>
        !each ? null : each.isNumber ? constantOf(each) : valueOf(each, operation),
      ),
      attributes: { ...(attributes as TracedStep['attributes']) },
    });
    know(output, { step: steps.length - 1 });
  };

  return {
    start: () => setRecorder(add),
    stop: () => setRecorder(undefined),
    describe(output) {
      const last = valueOf(output, 'the result');
      const { kept, renumber } = prune(steps, last);
      const used = new Set(
        kept.flatMap(({ inputs }) =>
          inputs.flatMap((value) => (value && 'parameter' in value ? [value.parameter] : [])),
        ),
      );
      return {
        input: [...input.shape],
        parameters: initial.filter(({ name }) => used.has(name)),
        unused: initial.flatMap(({ name, trained }) => (trained && !used.has(name) ? [name] : [])),
        ...{ steps: kept, output: renumber(last) },
      };
    },
  };
}

/** Only the steps that the output rests on, numbered anew. */
function prune(steps: readonly TracedStep[], output: TracedValue) {
  const needed = new Set<number>();
  const pending: (TracedValue | null)[] = [output];
  while (pending.length > 0) {
    const value = pending.pop();
    if (!value || !('step' in value) || needed.has(value.step)) continue;
    needed.add(value.step);
    pending.push(...(steps[value.step]?.inputs ?? []));
  }
  const numbers = new Map([...needed].sort((a, b) => a - b).map((step, place) => [step, place]));
  const renumber = (value: TracedValue): TracedValue =>
    'step' in value ? { step: numbers.get(value.step) ?? 0 } : value;
  const kept = steps
    .filter((_, step) => needed.has(step))
    .map((step) => ({ ...step, inputs: step.inputs.map((value) => value && renumber(value)) }));
  return { kept, renumber };
}
