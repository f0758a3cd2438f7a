import { defineOperation } from '../../Operation.ts';
import {
  type Drawable,
  type Generator,
  generator,
  numbersForNormal,
} from '../../random/generator.ts';
import { infoOf, isFloating } from '../../tensor/dtype.ts';
import { isContiguous } from '../../tensor/shape.ts';
import { fromData, madeLater, type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { valuesOf } from '../../tensor/rows.ts';

/** From so many numbers on, they are drawn when somebody looks at them. */
const manyNumbers = 4096;
/** The same where others before them have not been drawn yet; fewer normal ones are drawn one by one. */
const fewNumbers = 16;

interface Draw<A extends object> {
  name: string;
  draw(from: Generator, data: Drawable, attributes: A, input: Tensor): void;
  /** Refuses attributes, in PyTorch's words. */
  check(attributes: A): void;
  /** How many random integers it takes, where that can be told before. */
  words?(input: Tensor): number;
  isForIntegers?: true;
}

/**
 * Numbers drawn for a tensor, in its shape and dtype; what the tensor held does not matter. Called in place
 * (`uniform_`), these overwrite it.
 */
function drawn<A extends object>({ name, draw, check, words, isForIntegers }: Draw<A>) {
  return defineOperation<A>({
    name,
    forward: ([input], attributes) => {
      const like = input as Tensor;
      const { array, scalar } = infoOf(like.dtype);
      if (!isFloating(like.dtype) && !isForIntegers) {
        throw new TorchError('RuntimeError', `"${name}_" not implemented for '${scalar}'`);
      }
      check(attributes);
      const { size } = like;
      const drawFrom = (from: Generator) => {
        const data = new array(size) as Drawable;
        draw(from, data, attributes, like);
        return data;
      };
      const isSmall = size < (generator.isBehind ? fewNumbers : manyNumbers);
      if (!words || isSmall || !isContiguous(like)) {
        return fromData(drawFrom(generator), like.shape, like.dtype);
      }
      return madeLater(generator.later(words(like), drawFrom), like.shape, like.dtype);
    },
    backward: ([gradient]) => [gradient && zeros(gradient.shape, gradient.dtype)],
  });
}

function refuse(message: string): never {
  throw new TorchError('RuntimeError', message);
}

/** Random integers that one number of a dtype is made of. */
const wordsOf = ({ dtype }: Tensor) => (dtype === 'float64' ? 2 : 1);

export const uniform = drawn<{ from: number; to: number }>({
  name: 'uniform',
  check: ({ from, to }) => {
    if (from <= to) return;
    refuse(`uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`);
  },
  draw: (source, data, { from, to }) => source.uniform(data, from, to),
  words: (input) => input.size * wordsOf(input),
});

export const normal = drawn<{ mean: number; std: number }>({
  name: 'normal',
  check: ({ std }) => {
    if (std < 0) refuse(`normal expects std >= 0.0, but found std ${std}`);
  },
  draw: (source, data, { mean, std }, input) => source.normal(data, mean, std, isContiguous(input)),
  words: (input) => numbersForNormal(input.size) * wordsOf(input),
});

/** Integers in [from, to). */
export const random = drawn<{ from: number; to: number }>({
  name: 'random',
  check: ({ from, to }) => {
    if (from < to) return;
    refuse(`random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`);
  },
  draw: (source, data, { from, to }) => source.integers(data, from, to),
  isForIntegers: true,
});

/** Ones with probability p. */
export const bernoulli = drawn<{ p: number }>({
  name: 'bernoulli',
  check: ({ p }) => {
    if (!(p >= 0 && p <= 1)) refuse(`bernoulli_ expects p to be in [0, 1], but got p=${p}`);
  },
  draw: (source, data, { p }) => source.bernoulli(data, p),
  isForIntegers: true,
});

/** Ones with the probabilities that the tensor holds. */
export const bernoulliOf = defineOperation({
  name: 'bernoulli_of',
  forward: ([input]) => {
    const p = input as Tensor;
    const values = valuesOf(p);
    if (!isFloating(p.dtype)) {
      refuse(`"bernoulli_tensor_cpu_p_" not implemented for '${infoOf(p.dtype).scalar}'`);
    }
    if (values.some((value) => !(value >= 0 && value <= 1))) {
      refuse(
        'Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  ' +
          'If so, please report an enhancement request to PyTorch.)',
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
