import * as tf from '@tensorflow/tfjs-core';
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
    const inOrder = this.#parameters.map((parameter) => {
      const gradient = gradients[parameter.name];
      if (gradient) return gradient;
      throw new Error(
        `SGD: the parameter of shape ${describeShape(parameter.shape)} got no gradient.`,
      );
    });
    sgdMomentumUpdate(this.#parameters, this.velocities, inOrder, this);
    tf.dispose(inOrder);
  }

  /** Frees the velocities; the parameters belong to their network. */
  dispose(): void {
    tf.dispose(this.velocities);
  }
}
