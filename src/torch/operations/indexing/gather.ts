import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { eachRow, valuesOf } from '../../tensor/rows.ts';
import { contiguousStrides, wrapDim } from '../../tensor/shape.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { first } from '../inputs.ts';
import { contiguousCopy } from '../shape/clone.ts';

interface Along {
  dim: number;
}

function checkIndex(index: Tensor | undefined, name: string): Tensor {
  if (index?.dtype === 'int64') return index;
  throw new TorchError('RuntimeError', `${name}(): Expected dtype int64 for index`);
}

/** Tells for each index its own place, and its place in a tensor of these strides with the index along `dim`. */
function eachPlace(
  index: Tensor,
  shape: readonly number[],
  dim: number,
  visit: (at: number, place: number) => void,
): void {
  const places = valuesOf(index);
  const strides = contiguousStrides(shape);
  const along = strides[dim] ?? 1;
  const size = shape[dim] ?? 1;
  const others = index.shape.map((_, k) => (k === dim ? 0 : (strides[k] as number)));
  eachRow(
    index.shape,
    [contiguousStrides(index.shape), others],
    [0, 0],
    ([at = 0, start = 0], [, step = 0], length) => {
      for (let i = 0; i < length; i++) {
        const place = places[at + i] as number;
        if (place < 0 || place >= size) {
          throw new TorchError(
            'RuntimeError',
            `index ${place} is out of bounds for dimension ${dim} with size ${size}`,
          );
        }
        visit(at + i, start + i * step + place * along);
      }
    },
  );
}

/** out[i][j] = input[index[i][j]][j] for dim 0, and so on */
export const gather = defineOperation<Along>({
  name: 'gather',
  forward: ([input, second], attributes) => {
    const source = first([input]);
    const index = checkIndex(second, 'gather');
    const dim = wrapDim(attributes.dim, source.shape.length);
    if (index.shape.length !== source.shape.length && source.shape.length > 0) {
      throw new TorchError(
        'RuntimeError',
        'Index tensor must have the same number of dimensions as input tensor',
      );
    }
    const values = valuesOf(source);
    const out = zeros(index.shape, source.dtype);
    const { data } = out.storage;
    eachPlace(index, source.shape, dim, (at, place) => {
      data[at] = values[place] as number;
    });
    return out;
  },
  saves: () => ({ inputs: [1] }),
  backward: ([gradient], { inputs: [, index], shapes: [shape = []], attributes }) => [
    gradient && call('scatter_add', [zeros(shape, gradient.dtype), index, gradient], attributes),
  ],
});

/** The first tensor with the third's numbers added where the second says */
export const scatterAdd = defineOperation<Along>({
  name: 'scatter_add',
  forward: ([input, second, source], attributes) => {
    const out = contiguousCopy(first([input]));
    const index = checkIndex(second, 'scatter');
    const values = valuesOf(first([source]));
    const { data } = out.storage;
    eachPlace(index, out.shape, wrapDim(attributes.dim, out.shape.length), (at, place) => {
      data[place] = (data[place] as number) + (values[at] as number);
    });
    return out;
  },
  saves: () => ({ inputs: [1] }),
  backward: ([gradient], { inputs: [, index], attributes }) => [
    gradient,
    undefined,
    gradient && call('gather', [gradient, index], attributes),
  ],
});

/** The first tensor with the third's numbers (or number) where the second says */
export const scatter = defineOperation<Along>({
  name: 'scatter',
  forward: ([input, second, source], attributes) => {
    const out = contiguousCopy(first([input]));
    const index = checkIndex(second, 'scatter');
    const from = first([source]);
    const values = valuesOf(from);
    const { data } = out.storage;
    eachPlace(index, out.shape, wrapDim(attributes.dim, out.shape.length), (at, place) => {
      data[place] = values[from.shape.length === 0 ? 0 : at] as number;
    });
    return out;
  },
  saves: () => ({ inputs: [1] }),
  backward: ([gradient], { inputs: [, index], attributes, needs, shapes: [, places = []] }) => {
    if (!gradient) return [];
    const nothing = zeros(places, gradient.dtype);
    return [
      call('scatter', [gradient, index, nothing], attributes),
      undefined,
      needs[2] ? call('gather', [gradient, index], attributes) : undefined,
    ];
  },
});
