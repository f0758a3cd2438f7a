import { defineOperation } from '../../Operation.ts';
import type { Drawable } from '../../random/generator.ts';
import { generator } from '../../random/generator.ts';
import { infoOf, isFloating } from '../../tensor/dtype.ts';
import { isContiguous } from '../../tensor/shape.ts';
import { fromData, type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { valuesOf } from '../../tensor/rows.ts';

/**
 * Numbers drawn for a tensor, in its shape and dtype; what the tensor held does not matter. Called in place
 * (`uniform_`), these overwrite it.
 */
function drawn<A extends object>(
  name: string,
  draw: (data: Drawable, attributes: A, input: Tensor) => void,
  isForIntegers = false,
) {
  return defineOperation<A>({
    name,
    forward: ([input], attributes) => {
      const like = input as Tensor;
      if (!isFloating(like.dtype) && !isForIntegers) {
        throw new TorchError(
          'RuntimeError',
          `"${name}_" not implemented for '${infoOf(like.dtype).scalar}'`,
        );
      }
      const result = zeros(like.shape, like.dtype);
      draw(result.storage.data as Drawable, attributes, like);
      return result;
    },
    backward: ([gradient]) => [gradient && zeros(gradient.shape, gradient.dtype)],
  });
}

export const uniform = drawn<{ from: number; to: number }>('uniform', (data, { from, to }) => {
  if (from > to) {
    throw new TorchError(
      'RuntimeError',
      `uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`,
    );
  }
  generator.uniform(data, from, to);
});

export const normal = drawn<{ mean: number; std: number }>(
  'normal',
  (data, { mean, std }, input) => {
    if (std < 0) {
      throw new TorchError('RuntimeError', `normal expects std >= 0.0, but found std ${std}`);
    }
    generator.normal(data, mean, std, isContiguous(input));
  },
);

/** Integers in [from, to). */
export const random = drawn<{ from: number; to: number }>(
  'random',
  (data, { from, to }) => {
    if (from >= to) {
      throw new TorchError(
        'RuntimeError',
        `random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`,
      );
    }
    generator.integers(data, from, to);
  },
  true,
);

/** Ones with probability p. */
export const bernoulli = drawn<{ p: number }>(
  'bernoulli',
  (data, { p }) => {
    if (!(p >= 0 && p <= 1)) {
      throw new TorchError('RuntimeError', `bernoulli_ expects p to be in [0, 1], but got p=${p}`);
    }
    generator.bernoulli(data, p);
  },
  true,
);

/** Ones with the probabilities that the tensor holds. */
export const bernoulliOf = defineOperation({
  name: 'bernoulli_of',
  forward: ([input]) => {
    const p = input as Tensor;
    const values = valuesOf(p);
    if (!isFloating(p.dtype)) {
      throw new TorchError(
        'RuntimeError',
        `"bernoulli_tensor_cpu_p_" not implemented for '${infoOf(p.dtype).scalar}'`,
      );
    }
    if (values.some((value) => !(value >= 0 && value <= 1))) {
      throw new TorchError(
        'RuntimeError',
        'Expected p_in >= 0 && p_in <= 1 to be true, but got false.',
      );
    }
    return fromData(generator.bernoulliOf(values as Drawable), p.shape, p.dtype);
  },
  backward: ([gradient]) => [gradient && zeros(gradient.shape, gradient.dtype)],
});

/** The numbers 0 … n − 1 in a random order. */
export const randperm = defineOperation<{ n: number }>({
  name: 'randperm',
  forward: (_, { n }) => fromData(generator.permutation(n), [n], 'int64'),
});
