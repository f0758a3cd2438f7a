import * as tf from '@tensorflow/tfjs-core';
import { createCifarNetwork, type CifarNetwork } from '../models/cifar.ts';
import { crossEntropy } from '../nn/loss.ts';
import { namedTensors, parameterCount } from '../nn/module.ts';
import { SGD } from '../nn/optim.ts';
import type { NetworkSpec, TrainConfig } from '../contract/training.ts';
import { errorRate } from './metrics.ts';

/** One network of a run with its optimiser. */
export interface Contestant {
  readonly id: string;
  readonly parameters: number;
  readonly network: CifarNetwork;
  /** All that a step changes: parameters, running statistics, velocities. */
  readonly state: tf.Variable[];
  /** Set once its loss was not a number: it takes no more steps. */
  diverged: boolean;
  /** One SGD step; the loss and the error (0 to 1) are those of the batch before the update. */
  step(pictures: tf.Tensor4D, labels: tf.Tensor1D): Promise<{ loss: number; trainError: number }>;
  dispose(): void;
}

/** Builds a network as `spec` says, from the run's seed: equal seeds start from equal weights. */
export function createContestant(spec: NetworkSpec, config: TrainConfig): Contestant {
  const network = createCifarNetwork({
    kind: spec.kind,
    depth: spec.depth,
    width: config.width,
    shortcut: config.shortcut,
    seed: config.seed,
  });
  const optimiser = new SGD(network.parameters(), {
    learningRate: config.learningRate,
    momentum: config.momentum,
    weightDecay: config.weightDecay,
  });

  return {
    id: spec.id,
    parameters: parameterCount(network),
    network,
    state: [...namedTensors(network).map(([, tensor]) => tensor), ...optimiser.velocities],
    diverged: false,
    async step(pictures, labels) {
      const measured = tf.tidy(() => {
        let error: tf.Scalar | undefined;
        const { value, grads } = tf.variableGrads(() => {
          const logits = network.forward(pictures);
          error = tf.keep(errorRate(logits, labels));
          return crossEntropy(logits, labels);
        }, network.parameters());
        optimiser.step(grads);
        const both = tf.stack([value, error as tf.Scalar]);
        error?.dispose();
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
