import * as tf from '@tensorflow/tfjs-core';
import type { NetworkConfig, Recipe } from '../contract/runConfig.ts';
import { createCifarNetwork, type CifarNetwork } from '../models/cifar.ts';
import { createDifferentiation } from '../nn/differentiate.ts';
import { crossEntropy } from '../nn/loss.ts';
import { namedTensors, parameterCount } from '../nn/module.ts';
import { normLayerOf } from '../nn/normLayerOf.ts';
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
  /** One SGD step, whose numbers come in one tensor, so that one read-back brings them all: `toResult` names them. */
  launch(batch: BatchTensors, how: StepOptions): tf.Tensor1D;
  /** The same, read back. */
  step(batch: BatchTensors, how: StepOptions): Promise<StepResult>;
  dispose(): void;
}

export interface StepOptions {
  learningRate: number;
  /** Whether the gradients of the blocks are measured too. */
  measure?: boolean;
}

/** The loss and the error (0 to 1) are those of the batch before the update. */
export interface StepResult {
  loss: number;
  trainError: number;
  /** ‖∂E/∂W‖ of each block's two convolutions together; empty unless measured. */
  gradients: number[];
}

/** Builds a network and its optimiser; equal seeds start from equal weights. */
export function createLearner(config: NetworkConfig, recipe: Recipe): Learner {
  const { batchNorm, ...shape } = config;
  const normLayer = normLayerOf(batchNorm);
  const network = createCifarNetwork({ ...shape, normLayer, seed: recipe.seed });
  const optimiser = new SGD(network.parameters(), recipe);

  const differentiate = createDifferentiation(
    network,
    (pictures: tf.Tensor4D, labels: tf.Tensor1D) => {
      const logits = network.forward(pictures); // [batch, 10]
      return [crossEntropy(logits, labels), errorRate(logits, labels)];
    },
  );
  const launch: Learner['launch'] = (batch, { learningRate, measure = false }) =>
    tf.tidy(() => {
      const { loss, more, gradients } = differentiate(batch.pictures, batch.labels);
      const norms = measure ? gradientNorms(network, gradients) : [];
      optimiser.learningRate = learningRate;
      optimiser.step(gradients);
      const measured = tf.stack([loss, ...more, ...norms]) as tf.Tensor1D;
      tf.dispose(more);
      return measured;
    });

  return {
    id: config.id,
    parameters: parameterCount(network),
    network,
    state: [...namedTensors(network).map(([, tensor]) => tensor), ...optimiser.velocities],
    diverged: false,
    launch,
    async step(batch, how) {
      const measured = launch(batch, how);
      const result = toResult(await measured.data());
      measured.dispose();
      return result;
    },
    dispose() {
      differentiate.dispose();
      optimiser.dispose();
      network.dispose();
    },
  };
}

/** @param numbers what a step's tensor holds */
export function toResult(numbers: ArrayLike<number>): StepResult {
  const [loss, trainError, ...gradients] = Array.from(numbers);
  return { loss: loss as number, trainError: trainError as number, gradients };
}

/** A scalar a block, in the network's order. Call it in a tidy, before the optimiser has disposed of the gradients. */
function gradientNorms(network: CifarNetwork, gradients: tf.NamedTensorMap): tf.Scalar[] {
  const squares = (weight: tf.Variable) =>
    tf.sum(tf.square(gradients[weight.name] as tf.Tensor)) as tf.Scalar;
  return network.blocks().map(({ block }) => tf.sqrt(tf.addN(block.branchWeights().map(squares))));
}
