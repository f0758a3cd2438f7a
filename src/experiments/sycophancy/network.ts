import * as tf from '@tensorflow/tfjs-core';
import type { StateDict } from '../../contract/stateDict.ts';
import { promptLength, tokensOf, vocabulary, type Prompt } from '../../contract/toyLanguage.ts';
import { Transformer } from '../../models/transformer.ts';
import { loadStateDict } from '../../nn/state.ts';
import type { Tokens } from '../../nn/tensors.ts';

/** The smallest that learns the behaviour within a minute. */
const shape = { words: vocabulary.length, context: promptLength, width: 32, heads: 4, layers: 2 };

/** The transformer of the toy language, whose parameters are still zero. */
export function createTransformer(): Transformer {
  return new Transformer(shape);
}

/**
 * The transformer of the toy language with trained weights.
 * @throws when they belong to another network
 */
export function loadTransformer(weights: StateDict): Transformer {
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
