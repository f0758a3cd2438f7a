import * as tf from '@tensorflow/tfjs-core';
import type { Transformer } from '../../models/transformer.ts';
import { crossEntropy } from '../../nn/loss.ts';
import type { Adam } from '../../nn/optim.ts';
import type { Example } from './data.ts';
import { toTokens } from './network.ts';

/** One step on a batch of prompts and their answers. The loss is from before the update. */
export function learn(network: Transformer, optimiser: Adam, batch: Example[]): tf.Scalar {
  return tf.tidy(() => {
    const tokens = toTokens(batch.map(({ prompt }) => prompt));
    const labels = tf.tensor1d(
      batch.map(({ answer }) => answer),
      'int32',
    );
    const loss = () => crossEntropy(network.forward(tokens), labels);
    const { value, grads } = tf.variableGrads(loss, network.parameters());
    optimiser.step(grads);
    return value;
  });
}
