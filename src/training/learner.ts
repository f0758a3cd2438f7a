import * as tf from '@tensorflow/tfjs-core';
import type { NetworkConfig, Recipe } from '../contract/runConfig.ts';
import { createCifarNetwork, type CifarNetwork } from '../models/cifar.ts';
import { crossEntropy } from '../nn/loss.ts';
import { namedTensors, parameterCount } from '../nn/module.ts';
import { SGD } from '../nn/optim.ts';
import type { BatchTensors } from './batch.ts';
import { errorRate } from './metrics.ts';

/** One network of a run with its optimiser. */
export interface Learner {
  readonly id: string;
  readonly parameters: number;
  readonly network: CifarNetwork;
  /** All that a step changes: parameters, running statistics, velocities. */
  readonly state: tf.Variable[];
  /** Set once its loss was not a number: it takes no more steps. */
  diverged: boolean;
  /** One SGD step; the loss and the error (0 to 1) are those of the batch before the update. */
  step(batch: BatchTensors): Promise<{ loss: number; trainError: number }>;
  dispose(): void;
}

/** Builds a network and its optimiser; equal seeds start from equal weights. */
export function createLearner(config: NetworkConfig, recipe: Recipe): Learner {
  const network = createCifarNetwork({ ...config, seed: recipe.seed });
  const optimiser = new SGD(network.parameters(), recipe);

  return {
    id: config.id,
    parameters: parameterCount(network),
    network,
    state: [...namedTensors(network).map(([, tensor]) => tensor), ...optimiser.velocities],
    diverged: false,
    async step(batch) {
      const measured = tf.tidy(() => {
        const { loss, error, gradients } = differentiate(network, batch);
        optimiser.step(gradients);
        const both = tf.stack([loss, error]); // [2]: one read-back brings both
        error.dispose();
        return both;
      });
      const [loss, trainError] = (await measured.data()) as Float32Array;
      measured.dispose();
      return { loss: loss as number, trainError: trainError as number };
    },
    dispose() {
      optimiser.dispose();
      network.dispose();
    },
  };
}

/**
 * Forward and backward pass: the batch's mean loss, and ∂loss/∂w of every parameter by the variable's name.
 * No tidy frees the error, which has to outlive that of the gradients.
 */
function differentiate(network: CifarNetwork, { pictures, labels }: BatchTensors) {
  let error: tf.Scalar | undefined;
  const { value: loss, grads: gradients } = tf.variableGrads(() => {
    const logits = network.forward(pictures); // [batch, 10]
    error = tf.keep(errorRate(logits, labels));
    return crossEntropy(logits, labels);
  }, network.parameters());
  return { loss, error: error as tf.Scalar, gradients };
}
