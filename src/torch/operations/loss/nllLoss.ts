import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { infoOf } from '../../tensor/dtype.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { sameShape, showShape } from '../../tensor/shape.ts';
import { fromData, type Tensor, zeros } from '../../tensor/Tensor.ts';
import { type ErrorKind, TorchError } from '../../TorchError.ts';

export type ReductionName = 'none' | 'mean' | 'sum';

export interface NllAttributes {
  reduction: ReductionName;
  /** A class that costs nothing. */
  ignoreIndex: number;
}

/** How log-probabilities [batch, classes, …] and classes [batch, …] lie. */
interface Sizes {
  batch: number;
  classes: number;
  /** Places an example has. */
  places: number;
}

/**
 * input: log-probabilities [batch, classes, …] or [classes], target: classes [batch, …] or [], weight [classes] or
 * undefined → the negative log-probability of the targets, by reduction
 */
export const nllLoss = defineOperation<NllAttributes>({
  name: 'nll_loss',
  forward: ([x, classes, weight], { reduction, ignoreIndex }, kept) => {
    const [input, target] = [x, classes] as [Tensor, Tensor];
    const sizes = check(input, target, weight, { reduction, ignoreIndex });
    const numbers = valuesOf(input);
    const losses = new Float64Array(target.size);
    let total = 0;
    eachTarget(target, weight, sizes, ignoreIndex, (i, place, importance) => {
      losses[i] = -importance * (numbers[place] as number);
      total += importance;
    });
    kept['divisor'] = reduction === 'mean' ? total : 1;
    if (reduction === 'none') return fromData(losses, target.shape, input.dtype);
    const sum = losses.reduce((before, loss) => before + loss, 0);
    return fromData([reduction === 'mean' ? sum / total : sum], [], input.dtype);
  },
  saves: () => ({ inputs: [1, 2] }),
  backward: ([gradient], { inputs, shapes, attributes, kept }) => {
    const [, target, weight] = inputs as [undefined, Tensor, Tensor | undefined];
    const [shape = []] = shapes;
    const slope = gradient as Tensor;
    const shares = zeros(shape, slope.dtype);
    eachTarget(target, weight, sizesOf(shape), attributes.ignoreIndex, (_, place, importance) => {
      shares.storage.data[place] = -importance / (kept['divisor'] as number);
    });
    const isSpread = attributes.reduction === 'none' && shape.length > 1;
    const along = isSpread ? [shape[0] ?? 0, 1, ...shape.slice(2)] : [];
    const wide = isSpread ? call('reshape', [slope], { shape: along }) : slope;
    return [call('mul', [shares, wide])];
  },
});

function sizesOf(shape: readonly number[]): Sizes {
  if (shape.length === 1) return { batch: 1, classes: shape[0] ?? 0, places: 1 };
  const [batch = 0, classes = 0, ...rest] = shape;
  return { batch, classes, places: rest.reduce((product, size) => product * size, 1) };
}

/** Each target with the index of its log-probability and its weight; ignored ones are left out. */
function eachTarget(
  target: Tensor,
  weight: Tensor | undefined,
  { classes, places }: Sizes,
  ignoreIndex: number,
  visit: (target: number, place: number, importance: number) => void,
): void {
  const indices = valuesOf(target);
  const importances = weight && valuesOf(weight);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    if (index === ignoreIndex) continue;
    if (index < 0 || index >= classes) {
      throw new TorchError('IndexError', `Target ${index} is out of bounds.`);
    }
    const example = Math.floor(i / places);
    const place = (example * classes + index) * places + (i % places);
    visit(i, place, importances ? (importances[index] as number) : 1);
  }
}

/** @throws {TorchError} in PyTorch's words */
function check(
  input: Tensor,
  target: Tensor,
  weight: Tensor | undefined,
  { reduction }: NllAttributes,
): Sizes {
  const refuse = (message: string, kind: ErrorKind = 'RuntimeError'): never => {
    throw new TorchError(kind, message);
  };
  if (!['none', 'mean', 'sum'].includes(reduction)) {
    refuse(`${String(reduction)} is not a valid value for reduction`, 'ValueError');
  }
  const sizes = sizesOf(input.shape);
  const dims = input.shape.length;
  const batch = input.shape[0] ?? 0;
  if (dims > 1 && batch !== target.shape[0] && target.shape.length > 0) {
    refuse(
      `Expected input batch_size (${batch}) to match target batch_size (${target.shape[0]}).`,
      'ValueError',
    );
  }
  if (dims <= 2) {
    if (target.shape.length > 1) {
      refuse('0D or 1D target tensor expected, multi-target not supported');
    }
    if (target.size !== sizes.batch) {
      refuse(
        `size mismatch (got input: ${showShape(input.shape)}, target: ${showShape(target.shape)})`,
      );
    }
  } else {
    const expected = [batch, ...input.shape.slice(2)];
    if (!sameShape(expected, target.shape)) {
      refuse(`Expected target size ${showShape(expected)}, got ${showShape(target.shape)}`);
    }
  }
  if (weight && (weight.shape.length !== 1 || weight.size !== sizes.classes)) {
    refuse(
      `weight tensor should be defined either for all ${sizes.classes} classes or no classes but got ` +
        `weight tensor of shape: ${showShape(weight.shape)}`,
    );
  }
  if (target.dtype !== 'int64') {
    refuse(`expected scalar type Long but found ${infoOf(target.dtype).scalar}`);
  }
  return sizes;
}
