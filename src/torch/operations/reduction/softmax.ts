import { call } from '../../call.ts';
import { defineOperation, type Operation } from '../../Operation.ts';
import { cast } from '../../tensor/cast.ts';
import { type Dtype, infoOf, isFloating } from '../../tensor/dtype.ts';
import { wrapDim } from '../../tensor/shape.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { minus, times } from '../expressions.ts';
import { first } from '../inputs.ts';
import { asFloat, dimsOf, lanesOf, type Reduction, reducedShape, spread } from './dims.ts';

interface Softmax {
  dim: number;
  dtype?: Dtype | null;
}

function prepare(name: string, input: Tensor, dtype: Dtype | null | undefined): Tensor {
  const converted = dtype ? cast(input, dtype) : input;
  if (isFloating(converted.dtype)) return converted;
  throw new TorchError(
    'RuntimeError',
    `"${name}_lastdim_kernel_impl" not implemented for '${infoOf(converted.dtype).scalar}'`,
  );
}

/** Fills one lane of results from the greatest number and the sum of exp(x − greatest). */
function alongLanes(
  input: Tensor,
  dim: number,
  finish: (shifted: number, sum: number) => number,
): Tensor {
  const out = zeros(input.shape, input.dtype);
  const { data } = out.storage;
  const { values, outer, size, inner } = lanesOf(input, dim);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const start = o * size * inner + i;
      const end = start + size * inner;
      const { greatest, sum } = sumOfExps(values, start, end, inner);
      for (let at = start; at < end; at += inner) {
        data[at] = finish((values[at] as number) - greatest, sum);
      }
    }
  }
  return out;
}

function sumOfExps(values: ArrayLike<number>, start: number, end: number, step: number) {
  let greatest = -Infinity;
  for (let at = start; at < end; at += step) greatest = Math.max(greatest, values[at] as number);
  let sum = 0;
  for (let at = start; at < end; at += step) sum += Math.exp((values[at] as number) - greatest);
  return { greatest, sum };
}

/** exp(x) / Σ exp(x) along one dimension */
export const softmax = defineOperation<Softmax>({
  name: 'softmax',
  forward: (inputs, { dim, dtype }) => {
    const input = prepare('softmax', first(inputs), dtype);
    const along = wrapDim(dim, input.shape.length);
    return alongLanes(input, along, (shifted, sum) => Math.exp(shifted) / sum);
  },
  saves: () => ({ outputs: [0] }),
  backward: ([gradient], { outputs: [result], attributes: { dim } }) => {
    if (!gradient || !result) return [];
    const product = times(gradient, result);
    const sum = call('sum', [product], { dim: [dim], keepdim: true });
    return [minus(product, times(result, sum))];
  },
});

/** x − log Σ exp(x) along one dimension */
export const logSoftmax = defineOperation<Softmax>({
  name: 'log_softmax',
  forward: (inputs, { dim, dtype }) => {
    const input = prepare('log_softmax', first(inputs), dtype);
    const along = wrapDim(dim, input.shape.length);
    // The logarithm once a lane would be better still, but exp is what takes the time.
    return alongLanes(input, along, (shifted, sum) => shifted - Math.log(sum));
  },
  saves: () => ({ outputs: [0] }),
  backward: ([gradient], { outputs: [result], attributes: { dim } }) => {
    if (!gradient || !result) return [];
    const sum = call('sum', [gradient], { dim: [dim], keepdim: true });
    return [minus(gradient, times(call('exp', [result]), sum))];
  },
});

/** log Σ exp(x) over dimensions */
export const logsumexp: Operation<Reduction> = defineOperation<Reduction>({
  name: 'logsumexp',
  forward: (inputs, attributes) => {
    const input = asFloat(first(inputs));
    const dims = dimsOf(input, attributes);
    const greatest = call('amax', [input], { dim: dims, keepdim: true });
    const safe = call('where', [call('isfinite', [greatest]), greatest, zeros([], input.dtype)]);
    const sum = call('sum', [call('exp', [minus(input, safe)])], { dim: dims, keepdim: true });
    const result = call('add', [call('log', [sum]), safe]);
    const shape = reducedShape(input.shape, dims, attributes.keepdim);
    return call('reshape', [result], { shape });
  },
  saves: () => ({ inputs: [0], outputs: [0] }),
  backward: ([gradient], { inputs: [x], outputs: [result], attributes }) => {
    if (!gradient || !x || !result) return [];
    const share = call('exp', [minus(x, spread(result, x.shape, attributes))]);
    return [times(spread(gradient, x.shape, attributes), share)];
  },
});
