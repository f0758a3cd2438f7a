import { call } from '../../call.ts';
import type { Operation } from '../../Operation.ts';
import { defineOperation } from '../../Operation.ts';
import { sizeOf, wrapDim } from '../../tensor/shape.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { onlyWhere, over } from '../expressions.ts';
import { first } from '../inputs.ts';
import { dimsOf, lanesOf, reducedShape, type Reduction, spread } from './dims.ts';

interface OneDim {
  dim?: number | null;
  keepdim?: boolean;
}

type IsBetter = (value: number, best: number) => boolean;

/** NaN beats every number, as in PyTorch. */
const isGreater: IsBetter = (value, best) => value > best || (Number.isNaN(value) && best === best);
const isLess: IsBetter = (value, best) => value < best || (Number.isNaN(value) && best === best);

/** The best numbers along one dimension and where they are; the first of equals. */
function bestAlong(input: Tensor, { dim, keepdim }: OneDim, isBetter: IsBetter, name: string) {
  const along = wrapDim(dim ?? 0, input.shape.length);
  const { values, outer, size, inner } = lanesOf(input, along);
  if (size === 0) {
    throw new TorchError(
      'IndexError',
      `${name}(): Expected reduction dim ${along} to have non-zero size.`,
    );
  }
  const shape = reducedShape(input.shape, [along], keepdim);
  const best = zeros(shape, input.dtype);
  const indices = zeros(shape, 'int64');
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const start = o * size * inner + i;
      let at = 0;
      let found = values[start] as number;
      for (let k = 1; k < size; k++) {
        const value = values[start + k * inner] as number;
        if (!isBetter(value, found)) continue;
        found = value;
        at = k;
      }
      best.storage.data[o * inner + i] = found;
      indices.storage.data[o * inner + i] = at;
    }
  }
  return { best, indices };
}

function whole(name: string, isBetter: IsBetter): Operation {
  return {
    name,
    node: name === 'max' ? 'MaxBackward1' : 'MinBackward1',
    forward: (inputs) => {
      const input = first(inputs);
      if (sizeOf(input.shape) === 0) {
        throw new TorchError(
          'RuntimeError',
          `${name}(): Expected reduction dim to be specified for input.numel() == 0. ` +
            "Specify the reduction dim with the 'dim' argument.",
        );
      }
      const flat = call('reshape', [input], { shape: [input.size] });
      return bestAlong(flat, { dim: 0 }, isBetter, name).best;
    },
    saves: () => ({ inputs: [0], outputs: [0] }),
    backward: ([gradient], { inputs: [x], outputs: [best] }) => [
      gradient && x && best && shareAmongEqual(gradient, x, best, {}),
    ],
  };
}

/** All numbers equal to the best share the gradient. */
function shareAmongEqual(gradient: Tensor, x: Tensor, best: Tensor, reduction: Reduction): Tensor {
  const mask = call('eq', [x, spread(best, x.shape, reduction)]);
  const count = call('sum', [mask], reduction);
  return onlyWhere(mask, spread(over(gradient, count), x.shape, reduction));
}

function along(name: string, isBetter: IsBetter): Operation<OneDim> {
  return {
    name: `${name}_dim`,
    node: name === 'max' ? 'MaxBackward0' : 'MinBackward0',
    forward: (inputs, attributes, kept) => {
      const { best, indices } = bestAlong(first(inputs), attributes, isBetter, name);
      kept.indices = indices;
      return [best, indices];
    },
    backward: ([gradient], { shapes: [shape = []], attributes, kept }) => [
      gradient &&
        call('value_selecting', [gradient, kept.indices as Tensor], { ...attributes, shape }),
    ],
  };
}

/** The gradient of chosen numbers, back at their places along a dimension; 0 elsewhere. */
export const valueSelecting = defineOperation<OneDim & { shape: number[] }>({
  name: 'value_selecting',
  forward: ([gradient, indices], { dim, keepdim, shape }) => {
    if (shape.length === 0) return first([gradient]);
    const at = wrapDim(dim ?? 0, shape.length);
    const [values, places] = [gradient, indices].map((each) =>
      keepdim ? first([each]) : call('unsqueeze', [each], { dim: at }),
    );
    const empty = zeros(shape, values?.dtype);
    return call('scatter_add', [empty, places, values], { dim: at });
  },
});

function best(name: string, isBetter: IsBetter): Operation<Reduction> {
  return {
    name: `a${name}`,
    forward: (inputs, attributes) => {
      const input = first(inputs);
      // From the back, so that the numbers of those in front stay right.
      const dims = dimsOf(input, attributes).sort((a, b) => b - a);
      return dims.reduce(
        (rest, dim) =>
          bestAlong(rest, { dim, keepdim: !!attributes.keepdim }, isBetter, `a${name}`).best,
        input,
      );
    },
    saves: () => ({ inputs: [0], outputs: [0] }),
    backward: ([gradient], { inputs: [x], outputs: [result], attributes }) => [
      gradient && x && result && shareAmongEqual(gradient, x, result, attributes),
    ],
  };
}

/** As PyTorch does. */
export function refuseBool(name: string, { dtype }: Tensor): void {
  if (dtype !== 'bool') return;
  throw new TorchError('RuntimeError', `"${name}_cpu" not implemented for 'Bool'`);
}

function indexOfBest(name: string, isBetter: IsBetter): Operation<OneDim> {
  return {
    name,
    forward: (inputs, { dim, keepdim }) => {
      const input = first(inputs);
      refuseBool(name, input);
      const flat = dim === undefined || dim === null;
      if (flat && input.size === 0) {
        throw new TorchError(
          'IndexError',
          `${name}(): Expected reduction dim to be specified for input.numel() == 0.`,
        );
      }
      const from = flat ? call('reshape', [input], { shape: [input.size] }) : input;
      const at = bestAlong(
        from,
        { dim: flat ? 0 : dim, keepdim: !flat && !!keepdim },
        isBetter,
        name,
      );
      return at.indices;
    },
  };
}

/** max and min, of everything or along one dimension (with indices), and argmax and argmin */
export const extremes = [
  whole('max', isGreater),
  whole('min', isLess),
  along('max', isGreater),
  along('min', isLess),
  best('max', isGreater),
  best('min', isLess),
  indexOfBest('argmax', isGreater),
  indexOfBest('argmin', isLess),
];
