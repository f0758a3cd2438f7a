import { createRng } from '../../lib/rng.ts';

/**
 * What each rung computes in its short test: the forward pass of some layers, each a 3×3 convolution and a batch norm
 * with ReLU, and one reading of the result. A layer has 2.5 times as much to multiply as one of the lab's usual
 * networks, and a twelfth of the paper's: the choice has to suit both. On a GPU a layer is four programs
 * (convolution, partial sums, factors, their application), about as many for each convolution as in a real step: so
 * the time shows what starting programs costs, and arithmetic, and waiting for a result, in a step's proportions.
 */
export const work = {
  ...{ pictures: 40, size: 32, channels: 8, layers: 12 },
  epsilon: 1e-5,
  /** Runs of pixels that are summed up by themselves: a quarter of a picture each. */
  parts: 160,
};

export const mapShape = [work.pictures, work.size, work.size, work.channels] as const;

/** What goes in, [pictures, size, size, channels] and [3, 3, channels, channels]. */
export function workInputs(): { map: Float32Array; filter: Float32Array<ArrayBuffer> } {
  const { pictures, size, channels } = work;
  const rng = createRng(5, 'preflight');
  const fill = (count: number) => Float32Array.from({ length: count }, () => rng.next() - 0.5);
  return { map: fill(pictures * size * size * channels), filter: fill(9 * channels * channels) };
}

/** What the first layer gives at the first pixel, [channels]; tests/engine/preflight/work.test.ts computes it in float64. */
const expected: readonly number[] = [0.73852, 0.16744, 0.46638, 0.65888, 0.82029, 0.94592, 0, 0];

/** Whether a rung computed the right numbers; it may round as it likes. */
export function isRight(firstPixel: ArrayLike<number>): boolean {
  return expected.every((value, i) => Math.abs((firstPixel[i] ?? NaN) - value) < 1e-2);
}

/** A rung that is ready for the work. */
export interface Probe {
  /** Computes so many of the layers. Resolves to the result's first pixel, [channels]. */
  turn(layers: number): Promise<ArrayLike<number>>;
  /** Releases what it holds. */
  end(): void;
}
