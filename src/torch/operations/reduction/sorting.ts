import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { isFloating } from '../../tensor/dtype.ts';
import { wrapDim } from '../../tensor/shape.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { first } from '../inputs.ts';
import { lanesOf } from './dims.ts';
import { refuseBool } from './extremes.ts';

interface Sort {
  dim: number;
  descending: boolean;
}

/** The numbers of each lane in order, the first `count` of them, and where they were. Equals keep their order. */
function sorted(input: Tensor, dim: number, descending: boolean, count: number): Tensor[] {
  const shape = input.shape.map((size, k) => (k === dim ? count : size));
  const values = zeros(shape, input.dtype);
  const indices = zeros(shape, 'int64');
  const lanes = lanesOf(input, dim);
  const { size, inner } = lanes;
  const order = new Array<number>(size);
  for (let o = 0; o < lanes.outer; o++) {
    for (let i = 0; i < inner; i++) {
      const start = o * size * inner + i;
      const at = (k: number) => lanes.values[start + k * inner] as number;
      for (let k = 0; k < size; k++) order[k] = k;
      // NaN counts as the greatest.
      order.sort((a, b) => {
        const [x, y] = descending ? [at(b), at(a)] : [at(a), at(b)];
        if (Number.isNaN(x) || Number.isNaN(y)) {
          return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
        }
        return x - y || a - b;
      });
      for (let k = 0; k < count; k++) {
        const place = (o * count + k) * inner + i;
        values.storage.data[place] = at(order[k] as number);
        indices.storage.data[place] = order[k] as number;
      }
    }
  }
  return [values, indices];
}

/** All numbers in order along one dimension, and their indices */
export const sort = defineOperation<Sort>({
  name: 'sort',
  forward: (inputs, { dim, descending }, kept) => {
    const input = first(inputs);
    const along = wrapDim(dim, input.shape.length);
    const results = sorted(input, along, descending, input.shape[along] ?? 1);
    kept.indices = results[1];
    return results;
  },
  backward: ([gradient], { shapes: [shape = []], attributes: { dim }, kept }) => [
    gradient &&
      call('value_selecting', [gradient, kept.indices as Tensor], { dim, keepdim: true, shape }),
  ],
});

/** The k greatest (or least) numbers along one dimension, in order, and their indices */
export const topk = defineOperation<{ k: number; dim: number; largest: boolean }>({
  name: 'topk',
  forward: (inputs, { k, dim, largest }, kept) => {
    const input = first(inputs);
    const along = wrapDim(dim, input.shape.length);
    refuseBool('topk', input);
    if (k < 0 || k > (input.shape[along] ?? 1)) {
      throw new TorchError('RuntimeError', 'selected index k out of range');
    }
    const results = sorted(input, along, largest, k);
    kept.indices = results[1];
    return results;
  },
  backward: ([gradient], { shapes: [shape = []], attributes: { dim }, kept }) => [
    gradient &&
      call('value_selecting', [gradient, kept.indices as Tensor], { dim, keepdim: true, shape }),
  ],
});

/** Sums up to each number along one dimension */
export const cumsum = defineOperation<{ dim: number }>({
  name: 'cumsum',
  forward: (inputs, { dim }) => {
    const input = first(inputs);
    const along = wrapDim(dim, input.shape.length);
    const out = zeros(input.shape, isFloating(input.dtype) ? input.dtype : 'int64');
    const { values, outer, size, inner } = lanesOf(input, along);
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        let sum = 0;
        for (let k = 0; k < size; k++) {
          const at = (o * size + k) * inner + i;
          sum += values[at] as number;
          out.storage.data[at] = sum;
        }
      }
    }
    return out;
  },
  backward: ([gradient], { attributes: { dim } }) => {
    if (!gradient) return [];
    const turn = (tensor: Tensor) => call('flip', [tensor], { dims: [dim] });
    return [
      gradient.shape.length === 0 ? gradient : turn(call('cumsum', [turn(gradient)], { dim })),
    ];
  },
});
