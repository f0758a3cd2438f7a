import * as tf from '@tensorflow/tfjs-core';
import { expectShape } from '../kernels/shapes.ts';
import { batchNorm } from './batchNorm.ts';
import { Module } from './module.ts';
import { follow, type Followers } from './norm.ts';
import { buffer, parameter } from './variable.ts';

/** PyTorch's defaults; momentum is the weight of the newest batch. */
export const epsilon = 1e-5;
const momentum = 0.1;

/**
 * Batch normalisation (Ioffe and Szegedy 2015), with PyTorch's BatchNorm2d's ε 1e-5 and momentum 0.1.
 * In training mode it normalises by the batch's mean and biased variance, and moves the running mean
 * and (unbiased) variance towards them; in evaluation mode it uses the running ones.
 */
export class BatchNorm2d extends Module {
  /** γ [channels] */
  readonly weight: tf.Variable<tf.Rank.R1>;
  /** β [channels] */
  readonly bias: tf.Variable<tf.Rank.R1>;
  /** [channels], as running_var */
  readonly running_mean: tf.Variable<tf.Rank.R1>;
  readonly running_var: tf.Variable<tf.Rank.R1>;
  /** The convolution before has taken over the scale and the offset (foldBatchNorm.ts): what follows is left. */
  folded = false;

  constructor(channels: number) {
    super();
    this.weight = parameter(() => tf.ones([channels]));
    this.bias = parameter(() => tf.zeros([channels]));
    this.running_mean = buffer(() => tf.zeros([channels]));
    this.running_var = buffer(() => tf.ones([channels]));
  }

  /**
   * x [batch, height, width, channels] → the same shape. What follows batch norm in a residual block,
   * an addition and a ReLU, is done in the same pass when asked for; a hook takes passes of its own.
   * @throws when shapes don't fit, or in training mode when a channel has a single value
   */
  forward(x: tf.Tensor4D, followers: Followers = {}): tf.Tensor4D {
    const { add, relu = false } = followers;
    expectShape('BatchNorm2d', 'input', x, ['batch', 'height', 'width', this.weight.size]);
    if (this.folded) return follow(x, followers);
    if (followers.hook) return follow(this.forward(x), followers);
    const { weight: scale, bias: offset, training } = this;
    const running = { mean: this.running_mean, variance: this.running_var };
    const tensors = { scale, offset, running };
    return batchNorm(x, tensors, { training, epsilon, momentum, addend: add, relu });
  }

  /** γ = 1, β = 0, running mean 0 and variance 1. */
  override resetParameters(): void {
    tf.tidy(() => {
      for (const ones of [this.weight, this.running_var]) ones.assign(tf.onesLike(ones));
      for (const zeros of [this.bias, this.running_mean]) zeros.assign(tf.zerosLike(zeros));
    });
  }
}
