import * as tf from '@tensorflow/tfjs-core';
import { layerNorm } from '../kernels/layerNorm/layerNorm.ts';
import { Module } from './module.ts';
import { parameter } from './variable.ts';

/** PyTorch's default. */
const epsilon = 1e-5;

/** Layer normalisation (Ba, Kiros and Hinton 2016): each token by its own mean and biased variance. */
export class LayerNorm extends Module {
  /** γ [width] */
  readonly weight: tf.Variable<tf.Rank.R1>;
  /** β [width] */
  readonly bias: tf.Variable<tf.Rank.R1>;
  readonly epsilon = epsilon;

  constructor(width: number) {
    super();
    this.weight = parameter(() => tf.ones([width]));
    this.bias = parameter(() => tf.zeros([width]));
  }

  /**
   * x […, width] → the same shape
   * @throws when x has another width
   */
  forward<R extends tf.Rank>(x: tf.Tensor<R>): tf.Tensor<R> {
    return layerNorm(x, this.weight, this.bias, this.epsilon);
  }

  /** γ = 1, β = 0. */
  override resetParameters(): void {
    tf.tidy(() => {
      this.weight.assign(tf.onesLike(this.weight));
      this.bias.assign(tf.zerosLike(this.bias));
    });
  }
}
