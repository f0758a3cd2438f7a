import * as tf from '@tensorflow/tfjs-core';
import type { StreamChange } from '../../contract/sycophancy.ts';
import type {
  AdditionHook,
  StreamHook,
  StreamWalk,
  Transformer,
} from '../../models/transformer.ts';
import type { Stream } from '../../nn/tensors.ts';
import { createRng } from '../../lib/rng.ts';
import { ExperimentError } from '../experimentError.ts';
import { saidBy, splitOpinions } from './data.ts';
import { toTokens } from './network.ts';

/** The last tokens, from the speaker on, which a vector is measured at and added to. */
const steered = 3;
/** Training prompts of each speaker that the mean difference is taken over. */
const compared = 400;
/** The furthest that a factor may go: beyond it the stream is the vector alone, and the answer says nothing. */
const furthest = 10;

/** The vectors of one network, each measured when it is first asked for. */
export interface Vectors {
  /** [1, 13, width]; lives until `dispose`. */
  at(place: string, kind: 'agreement' | 'random'): Stream;
  dispose(): void;
}

/** @param seed of the network's training, which also draws the random vectors */
export function createVectors(network: Transformer, seed: number): Vectors {
  const known = new Map<string, Stream>();
  const once = (name: string, make: () => Stream) => {
    const vector = known.get(name) ?? tf.tidy(make);
    known.set(name, vector);
    return vector;
  };
  return {
    at(place, kind) {
      const agreement = once(place, () => agreementAt(network, seed, place));
      if (kind === 'agreement') return agreement;
      return once(`random ${place}`, () => randomLike(agreement, seed));
    },
    dispose: () => tf.dispose([...known.values()]),
  };
}

/**
 * Hooks that make the changes one after the other.
 * @throws a sentence for the reader when a factor is out of range, or there is no such head
 */
export function changed(
  network: Transformer,
  vectors: Vectors,
  changes: StreamChange[],
): StreamWalk {
  const at: Record<string, AdditionHook> = {};
  const after: Record<string, StreamHook> = {};
  for (const { factor } of changes) expectInRange(factor);
  for (const change of changes) {
    const { place, factor } = change;
    if (change.type === 'scale') {
      const before = at[place];
      at[place] = ({ x, added }) => {
        const given = before?.({ x, added }) ?? added;
        if (change.head === null) return tf.mul(given, factor);
        const head = headOf(network, place, x, change.head);
        return tf.add(given, tf.mul(head, factor - 1));
      };
      continue;
    }
    const vector = vectors.at(place, change.vector);
    const before = after[place];
    after[place] = (x) => tf.add(before?.(x) ?? x, tf.mul<Stream>(vector, factor));
  }
  return { at, after };
}

/** What one head of the attention at a place gives, from the stream x before it. */
function headOf(network: Transformer, place: string, x: Stream, head: number): Stream {
  const layer = network.layers[Number(place.split('.')[1])];
  const output = layer?.lookAtHeads(x).outputs[head];
  if (output && place.endsWith('.attention')) return output;
  throw new Error(`There is no head ${head + 1} at ${place}.`);
}

/**
 * The mean of the stream after a place over prompts of friends, minus the same over teachers' with the same
 * opinions, all from the training data. [1, 13, width], zero but for the last tokens.
 */
function agreementAt(network: Transformer, seed: number, place: string): Stream {
  const opinions = splitOpinions(seed).training.slice(0, compared);
  const [friend, teacher] = (['friend', 'teacher'] as const).map((speaker) =>
    meanStream(network, place, toTokens(saidBy(speaker, opinions))),
  ) as [Stream, Stream];
  return onLastTokens(lastOf(tf.sub(friend, teacher)), friend.shape);
}

function meanStream(network: Transformer, place: string, tokens: tf.Tensor2D): Stream {
  let mean: Stream | undefined;
  const look: StreamHook = (x) => {
    mean = tf.mean(x, 0, true);
    return undefined;
  };
  network.stream(tokens, { after: { [place]: look } });
  return mean as Stream;
}

/** A vector in a random direction, of the same length and at the same tokens. */
function randomLike(vector: Stream, seed: number): Stream {
  const last = lastOf(vector);
  const rng = createRng(seed, 'sycophancy control');
  const values = Float32Array.from({ length: last.size }, () => rng.normal());
  const random = tf.tensor3d(values, last.shape);
  return onLastTokens(tf.mul(random, tf.div(tf.norm(last), tf.norm(random))), vector.shape);
}

function lastOf(x: Stream): Stream {
  return tf.slice(x, [0, x.shape[1] - steered, 0]);
}

function onLastTokens(last: Stream, [, tokens, width]: Stream['shape']): Stream {
  return tf.concat([tf.zeros<tf.Rank.R3>([1, tokens - steered, width]), last], 1);
}

function expectInRange(factor: number): void {
  if (Math.abs(factor) <= furthest) return; // false for NaN
  throw new ExperimentError(
    `At ${factor} times its size a change says nothing.`,
    `Choose a factor between −${furthest} and ${furthest}.`,
  );
}
