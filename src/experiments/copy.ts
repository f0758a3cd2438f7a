import * as tf from '@tensorflow/tfjs-core';
import { PlainBlock } from '../models/plain.ts';
import { ResidualBlock } from '../models/resnet.ts';
import { createDifferentiation, type Differentiation } from '../nn/differentiate.ts';
import { initialise } from '../nn/initialise.ts';
import { meanSquaredError } from '../nn/meanSquaredError.ts';
import { namedTensors } from '../nn/module.ts';
import { SGD } from '../nn/optim.ts';
import { Sequential } from '../nn/sequential.ts';
import type { CopyExperiment, CopyFinding } from '../contract/experiments.ts';
import type { NetworkKind } from '../contract/networks.ts';
import type { Sources } from './sources.ts';
import { toTensor } from './pictures.ts';

const kinds: NetworkKind[] = ['plain', 'residual'];
/** Red, green and blue: the blocks work on the picture itself, with nothing before or after them. */
const channels = 3;
/** Pictures that the reader watches. */
const shown = 3;
/** Steps between two looks at them. */
const lookEvery = 5;

/** A plain and a residual stack learn from equal weights, in turns, to output the pictures they are given. */
export async function* copy(
  { blocks, seed, steps, learningRate, lastScale, pictures, pictureSize }: CopyExperiment,
  { pictures: source }: Pick<Sources, 'pictures'>,
): AsyncGenerator<CopyFinding, void> {
  const target = await source.raw(pictures, pictureSize);
  const x = toTensor(target);
  const learners = kinds.map((kind) => {
    const stack = createStack(kind, blocks, seed, lastScale);
    const optimiser = new SGD(stack.parameters(), { learningRate, momentum });
    return { kind, stack, optimiser, differentiate: createComparison(stack) };
  });
  try {
    const length = pictureSize * pictureSize * channels;
    const greyError = await valueOf(tf.tidy(() => meanSquaredError(meanColour(x), x)));
    yield {
      type: 'target',
      size: pictureSize,
      pictures: cut(target.pictures, length),
      greyError,
    };
    for (let step = 1; step <= steps; step++) {
      const looks = step === 1 || step % lookEvery === 0 || step === steps;
      const errors = { plain: NaN, residual: NaN };
      const copies: Record<NetworkKind, Float32Array[]> = { plain: [], residual: [] };
      for (const { kind, optimiser, differentiate } of learners) {
        const { error, output } = learn(differentiate, optimiser, x);
        if (looks) copies[kind] = cut((await output.data()) as Float32Array, length);
        output.dispose();
        errors[kind] = await valueOf(error);
      }
      yield { type: 'error', step, errors };
      if (looks) yield { type: 'copies', step, copies };
    }
  } finally {
    x.dispose();
    for (const { stack, optimiser, differentiate } of learners) {
      differentiate.dispose();
      optimiser.dispose();
      stack.dispose();
    }
  }
}

const momentum = 0.9;

/**
 * Blocks in a row with weights drawn from `seed`.
 * @param lastScale where γ of each block's last batch norm starts
 */
function createStack(kind: NetworkKind, blocks: number, seed: number, lastScale: number) {
  const row = Array.from({ length: blocks }, () =>
    kind === 'plain' ? new PlainBlock(channels, channels) : new ResidualBlock(channels),
  );
  const stack = new Sequential(...row);
  initialise(stack, seed);
  for (const [key, tensor] of namedTensors(stack))
    if (key.endsWith('bn2.weight')) tf.tidy(() => tensor.assign(tf.fill([channels], lastScale)));
  return stack;
}

type Comparison = Differentiation<[x: tf.Tensor4D]>;

/** The error of a stack's output, with that output. */
function createComparison(stack: Sequential): Comparison {
  return createDifferentiation(stack, (x: tf.Tensor4D) => {
    const output = stack.forward(x);
    return [meanSquaredError(output, x), output];
  });
}

/** One step; both results are from before the update. */
function learn(differentiate: Comparison, optimiser: SGD, x: tf.Tensor4D) {
  return tf.tidy(() => {
    const { loss: error, more, gradients } = differentiate(x);
    optimiser.step(gradients);
    return { error, output: more[0] as tf.Tensor4D };
  });
}

function meanColour(x: tf.Tensor4D): tf.Tensor4D {
  return tf.add(tf.zerosLike(x), tf.mean(x, [0, 1, 2]));
}

async function valueOf(scalar: tf.Scalar): Promise<number> {
  const [value] = await scalar.data();
  scalar.dispose();
  return value as number;
}

/** Copies of the first pictures, since what `data` gives may be the backend's own array. */
function cut(values: Float32Array, length: number): Float32Array[] {
  return Array.from({ length: shown }, (_, i) => values.slice(i * length, (i + 1) * length));
}
