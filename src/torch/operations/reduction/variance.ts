import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { isFloating } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { minus, onlyWhere, over, scalar, times } from '../expressions.ts';
import { first } from '../inputs.ts';
import { countOf, dimsOf, type ReduceRow, type Reduction, reduce, spread, sumRow } from './dims.ts';

interface Variance extends Reduction {
  /** What is taken from the count: 1 by default. */
  correction?: number;
}

function variance(input: Tensor, attributes: Variance, finish: (x: number) => number) {
  if (!isFloating(input.dtype)) {
    throw new TorchError(
      'RuntimeError',
      'std and var only support floating point and complex dtypes',
    );
  }
  const dims = dimsOf(input, attributes);
  const count = countOf(input.shape, dims);
  const { correction = 1 } = attributes;
  const whole = { ...attributes, dim: dims };
  const means = reduce(input, whole, 'float64', 0, sumRow, (sum) => sum / count).storage.data;
  const divisor = Math.max(count - correction, 0);
  // The means lie in memory as the sums do.
  const row: ReduceRow = (sums, to, stepTo, from, start, step, length) => {
    for (let i = 0; i < length; i++) {
      const at = to + i * stepTo;
      const distance = (from[start + i * step] as number) - (means[at] as number);
      sums[at] = (sums[at] as number) + distance * distance;
    }
  };
  return reduce(input, whole, input.dtype, 0, row, (sum) => finish(sum / divisor));
}

/** 2 (x − mean) / (n − correction), times the gradient */
function varianceGradient(gradient: Tensor, x: Tensor, attributes: Variance): Tensor {
  const dims = dimsOf(x, attributes);
  const divisor = Math.max(countOf(x.shape, dims) - (attributes.correction ?? 1), 0);
  const centred = minus(x, call('mean', [x], { dim: dims, keepdim: true }));
  return times(spread(gradient, x.shape, attributes), times(centred, 2 / divisor));
}

/** The variance over dimensions, or of everything */
export const variances = [
  defineOperation<Variance>({
    name: 'var',
    forward: (inputs, attributes) => variance(first(inputs), attributes, (x) => x),
    saves: () => ({ inputs: [0] }),
    backward: ([gradient], { inputs: [x], attributes }) => [
      gradient && x && varianceGradient(gradient, x, attributes),
    ],
  }),
  defineOperation<Variance>({
    name: 'std',
    forward: (inputs, attributes) => variance(first(inputs), attributes, Math.sqrt),
    saves: () => ({ inputs: [0], outputs: [0] }),
    backward: ([gradient], { inputs: [x], outputs: [deviation], attributes }) => {
      if (!gradient || !x || !deviation) return [];
      const byVariance = over(gradient, times(deviation, 2));
      const safe = onlyWhere(call('ne', [deviation, scalar(0)]), byVariance);
      return [varianceGradient(safe, x, attributes)];
    },
  }),
];
