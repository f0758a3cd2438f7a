import * as tf from '@tensorflow/tfjs-core';
import { imageNetStatistics, normalise, resizeAndCrop, type Picture } from '../data/preprocess.ts';
import type { ModelCard } from '../lib/modelCard.ts';
import { ResNet34 } from '../models/resnet.ts';
import { foldBatchNorm } from '../nn/foldBatchNorm.ts';
import { loadStateDict } from '../nn/state.ts';
import type { Answer, Guess } from '../runtime/protocol.ts';
import type { StateDict } from '../weights/stateDict.ts';

/** A ResNet-34 with weights, ready for pictures. */
export interface PictureNetwork {
  classify(picture: Picture): Promise<Omit<Answer, 'ms'>>;
}

/** Fills a ResNet-34 and runs it once, so that the first picture finds everything compiled. */
export async function createPictureNetwork(
  card: ModelCard,
  state: StateDict,
): Promise<PictureNetwork> {
  const { crop: side } = card;
  const network = new ResNet34(card.classes.length).eval();
  loadStateDict(network, state);
  foldBatchNorm(network);

  const probabilities = async (input: Float32Array) => {
    const y = tf.tidy(() => tf.softmax(network.forward(tf.tensor4d(input, [1, side, side, 3]))));
    const values = await y.data();
    y.dispose();
    return values as Float32Array;
  };
  await probabilities(new Float32Array(side ** 2 * 3));

  return {
    async classify(picture) {
      const square = resizeAndCrop(picture, card);
      const values = await probabilities(normalise(square, imageNetStatistics));
      if (!values.every(Number.isFinite))
        throw new Error('the network computed something that is no number');
      return { guesses: topFive(values), seen: toRgba(square), side };
    },
  };
}

function topFive(probabilities: Float32Array): Guess[] {
  return Array.from(probabilities, (probability, index) => ({ index, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 5);
}

function toRgba(rgb: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  rgb.forEach((value, i) => (rgba[Math.floor(i / 3) * 4 + (i % 3)] = value));
  return rgba;
}
