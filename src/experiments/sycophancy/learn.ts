import * as tf from '@tensorflow/tfjs-core';
import type { Transformer } from '../../models/transformer.ts';
import { createDifferentiation } from '../../nn/differentiate.ts';
import { crossEntropy } from '../../nn/loss.ts';
import type { Adam } from '../../nn/optim.ts';
import type { Labels, Tokens } from '../../nn/tensors.ts';
import type { Example } from './data.ts';
import { toTokens } from './network.ts';

/** Learns from one batch of prompts and their answers after another. */
export interface Learning {
  /** One step. The loss is from before the update. */
  learn(batch: Example[]): tf.Scalar;
  dispose(): void;
}

export function createLearning(network: Transformer, optimiser: Adam): Learning {
  const differentiate = createDifferentiation(network, (tokens: Tokens, labels: Labels) => [
    crossEntropy(network.forward(tokens), labels),
  ]);
  return {
    learn: (batch) =>
      tf.tidy(() => {
        const tokens = toTokens(batch.map(({ prompt }) => prompt));
        const labels = tf.tensor1d(
          batch.map(({ answer }) => answer),
          'int32',
        );
        const { loss, gradients } = differentiate(tokens, labels);
        optimiser.step(gradients);
        return loss;
      }),
    dispose: differentiate.dispose,
  };
}
