import { defineOperation } from '../../Operation.ts';
import { cast } from '../../tensor/cast.ts';
import { type Dtype, infoOf, isFloating } from '../../tensor/dtype.ts';
import { TorchError } from '../../TorchError.ts';
import { call, type Inputs } from '../../call.ts';
import { onlyWhere, over, scalar, times } from '../expressions.ts';
import { first } from '../inputs.ts';
import { countOf, dimsOf, foldRow, reduce, type Reduction, spread, sumRow } from './dims.ts';

export interface Sum extends Reduction {
  dtype?: Dtype | null;
}

/** Integers are summed as int64. */
function sumDtype(input: Dtype, wanted: Dtype | null | undefined): Dtype {
  return wanted ?? (isFloating(input) ? input : 'int64');
}

/** The sum over dimensions, or of everything */
export const sum = defineOperation<Sum>({
  name: 'sum',
  node: ({ dim }) => (dim ? 'SumBackward1' : 'SumBackward0'),
  forward: (inputs, attributes) => {
    const input = first(inputs);
    return reduce(input, attributes, sumDtype(input.dtype, attributes.dtype), 0, sumRow);
  },
  backward: ([gradient], { shapes: [shape = []], attributes }) => [
    gradient && spread(gradient, shape, attributes),
  ],
});

/** The mean over dimensions, or of everything */
export const mean = defineOperation<Sum>({
  name: 'mean',
  node: ({ dim }) => (dim ? 'MeanBackward1' : 'MeanBackward0'),
  forward: (inputs, attributes) => {
    const input = attributes.dtype ? cast(first(inputs), attributes.dtype) : first(inputs);
    if (!isFloating(input.dtype)) {
      throw new TorchError(
        'RuntimeError',
        'mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. ' +
          `Got: ${infoOf(input.dtype).scalar}`,
      );
    }
    const count = countOf(input.shape, dimsOf(input, attributes));
    return reduce(input, attributes, input.dtype, 0, sumRow, (value) => value / count);
  },
  backward: ([gradient], { shapes: [shape = []], attributes }) => {
    if (!gradient) return [];
    const spreadOut = spread(gradient, shape, attributes);
    return [over(spreadOut, Math.max(countOf(shape, dimsOf(spreadOut, attributes)), 1))];
  },
});

/** The product over one dimension, or of everything */
export const prod = defineOperation<Sum>({
  name: 'prod',
  node: ({ dim }) => (dim ? 'ProdBackward1' : 'ProdBackward0'),
  forward: (inputs, attributes) => {
    const input = first(inputs);
    const dtype = sumDtype(input.dtype, attributes.dtype);
    return reduce(
      input,
      attributes,
      dtype,
      1,
      foldRow((before, value) => before * value),
    );
  },
  saves: () => ({ inputs: [0], outputs: [0] }),
  backward: ([gradient], { inputs: [x], outputs: [product], attributes, shapes: [shape = []] }) => {
    if (!gradient || !x || !product) return [];
    const isZero = call('eq', [x, scalar(0)]);
    const zeroes = call('sum', [isZero], { ...attributes, dtype: null });
    // With one zero only that number has a gradient: the product of the others.
    const others = call('prod', [call('masked_fill', [x, isZero, scalar(1)])], attributes);
    const alone = call('logical_and', [
      isZero,
      call('eq', [spread(zeroes, shape, attributes), scalar(1)]),
    ]);
    const wide = spread(gradient, shape, attributes);
    const usual = over(times(wide, spread(product, shape, attributes)), x);
    const special = times(wide, spread(others, shape, attributes));
    return [call('where', [isZero, onlyWhere(alone, special), usual])];
  },
});

/** uint8 stood for bool once, and still does here. */
function truthDtype(inputs: Inputs): Dtype {
  return first(inputs).dtype === 'uint8' ? 'uint8' : 'bool';
}

/** Whether any, or all, are other than 0 */
export const anyAll = [
  defineOperation<Reduction>({
    name: 'any',
    forward: (inputs, attributes) =>
      reduce(
        first(inputs),
        attributes,
        truthDtype(inputs),
        0,
        foldRow((before, x) => (before || x ? 1 : 0)),
      ),
  }),
  defineOperation<Reduction>({
    name: 'all',
    forward: (inputs, attributes) =>
      reduce(
        first(inputs),
        attributes,
        truthDtype(inputs),
        1,
        foldRow((before, x) => (before && x ? 1 : 0)),
      ),
  }),
];
