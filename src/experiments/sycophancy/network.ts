import * as tf from '@tensorflow/tfjs-core';
import type { StateDict } from '../../contract/stateDict.ts';
import { chapterTraining, type ToyNetwork } from '../../contract/sycophancy.ts';
import { promptLength, tokensOf, vocabulary, type Prompt } from '../../contract/toyLanguage.ts';
import { Transformer } from '../../models/transformer.ts';
import { loadStateDict } from '../../nn/state.ts';
import type { Tokens } from '../../nn/tensors.ts';
import { ExperimentError } from '../experimentError.ts';
import type { ToyNetworkSource } from '../sources.ts';

/** The smallest that learns the behaviour within a minute. */
const shape = { words: vocabulary.length, context: promptLength, width: 32, heads: 4, layers: 2 };

/** The transformer of the toy language, whose parameters are still zero. */
export function createTransformer(): Transformer {
  return new Transformer(shape);
}

/**
 * The transformer that is asked for, with its trained weights, and the seed of its training.
 * @throws a sentence for the reader when they haven't trained one, or when the weights belong to another network
 */
export async function openTransformer(
  asked: ToyNetwork,
  source: ToyNetworkSource,
): Promise<{ network: Transformer; seed: number }> {
  const trained =
    asked.from === 'site'
      ? { weights: await source.weights(asked.url), seed: chapterTraining.seed }
      : asked.trained;
  if (!trained)
    throw new ExperimentError(
      'You haven’t trained a network on this page yet.',
      'Train one in the figure above, or choose the chapter’s.',
    );
  return { network: load(trained.weights), seed: trained.seed };
}

function load(weights: StateDict): Transformer {
  const network = createTransformer();
  try {
    loadStateDict(network, weights);
  } catch (error) {
    network.dispose();
    throw error;
  }
  return network;
}

/** Prompts as tokens [prompts, 13]. */
export function toTokens(prompts: Prompt[]): Tokens {
  return tf.tensor2d(prompts.flatMap(tokensOf), [prompts.length, promptLength], 'int32');
}
