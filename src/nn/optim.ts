import * as tf from '@tensorflow/tfjs-core';
import { adamUpdate, type AdamSettings } from '../kernels/adamUpdate/adamUpdate.ts';
import {
  sgdMomentumUpdate,
  type SgdSettings,
} from '../kernels/sgdMomentumUpdate/sgdMomentumUpdate.ts';
import { describeShape } from '../kernels/shapes.ts';
import { buffer } from './variable.ts';

/**
 * Stochastic gradient descent with momentum and weight decay, by PyTorch's rule:
 * v ← momentum · v + (g + weightDecay · w);  w ← w − learningRate · v.
 */
export class SGD {
  /** May be changed between steps, by a schedule. */
  learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
  /** One a parameter, in the parameters' order: a checkpoint holds them too. */
  readonly velocities: tf.Variable[];
  readonly #parameters: tf.Variable[];

  constructor(
    parameters: tf.Variable[],
    {
      learningRate,
      momentum = 0,
      weightDecay = 0,
    }: Partial<SgdSettings> & { learningRate: number },
  ) {
    this.learningRate = learningRate;
    this.momentum = momentum;
    this.weightDecay = weightDecay;
    this.#parameters = parameters;
    this.velocities = parameters.map((parameter) => buffer(() => tf.zerosLike(parameter)));
  }

  /**
   * Updates the parameters and disposes of the gradients.
   * @param gradients by the variables' names, as `tf.variableGrads` returns them
   * @throws when a parameter has none, or one of another shape
   */
  step(gradients: tf.NamedTensorMap): void {
    const inOrder = gradientsOf('SGD', this.#parameters, gradients);
    sgdMomentumUpdate(this.#parameters, this.velocities, inOrder, this);
    tf.dispose(inOrder);
  }

  /** Frees the velocities; the parameters belong to their network. */
  dispose(): void {
    tf.dispose(this.velocities);
  }
}

/**
 * Adam (Kingma and Ba 2015) by PyTorch's rule, without weight decay: steps of the gradient's running mean over
 * the root of its running square, each corrected for having started at zero.
 */
export class Adam implements AdamSettings {
  /** May be changed between steps, by a schedule. */
  learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Running means of gradients and of their squares, in the parameters' order. */
  readonly #moments: { means: tf.Variable[]; squares: tf.Variable[] };
  readonly #parameters: tf.Variable[];
  #steps = 0;

  constructor(
    parameters: tf.Variable[],
    {
      learningRate,
      beta1 = 0.9,
      beta2 = 0.999,
      epsilon = 1e-8,
    }: Partial<AdamSettings> & { learningRate: number },
  ) {
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.#parameters = parameters;
    const zeros = () => parameters.map((parameter) => buffer(() => tf.zerosLike(parameter)));
    this.#moments = { means: zeros(), squares: zeros() };
  }

  /**
   * Updates the parameters and disposes of the gradients.
   * @param gradients by the variables' names, as `tf.variableGrads` returns them
   * @throws when a parameter has none, or one of another shape
   */
  step(gradients: tf.NamedTensorMap): void {
    const inOrder = gradientsOf('Adam', this.#parameters, gradients);
    this.#steps++;
    adamUpdate(this.#parameters, this.#moments, inOrder, this.#steps, this);
    tf.dispose(inOrder);
  }

  /** Frees the moments; the parameters belong to their network. */
  dispose(): void {
    tf.dispose([this.#moments.means, this.#moments.squares]);
  }
}

/** @throws when a parameter has no gradient */
function gradientsOf(
  optimiser: string,
  parameters: tf.Variable[],
  gradients: tf.NamedTensorMap,
): tf.Tensor[] {
  return parameters.map((parameter) => {
    const gradient = gradients[parameter.name];
    if (gradient) return gradient;
    throw new Error(
      `${optimiser}: the parameter of shape ${describeShape(parameter.shape)} got no gradient.`,
    );
  });
}
