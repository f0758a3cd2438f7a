import * as tf from '@tensorflow/tfjs-core';
import { expectShape } from '../kernels/shapes.ts';
import type { Rng } from '../lib/rng.ts';
import { Module } from './module.ts';
import { parameter } from './variable.ts';

/** A fully connected layer, y = x W + b. */
export class Linear extends Module {
  /** [in, out] */
  readonly weight: tf.Variable<tf.Rank.R2>;
  /** [out] */
  readonly bias: tf.Variable<tf.Rank.R1>;

  /** Born with zero weights: `initialise` draws them, or `loadStateDict` fills them. */
  constructor(inFeatures: number, outFeatures: number) {
    super();
    this.weight = parameter(() => tf.zeros([inFeatures, outFeatures]));
    this.bias = parameter(() => tf.zeros([outFeatures]));
  }

  /**
   * x [batch, in] → [batch, out]
   * @throws when x has other features
   */
  forward(x: tf.Tensor2D): tf.Tensor2D {
    expectShape('Linear', 'input', x, ['batch', this.weight.shape[0]]);
    return tf.add(tf.matMul(x, this.weight), this.bias);
  }

  /** Uniform within ±1/√in, weights and bias: the default of PyTorch's Linear, kept by torchvision's ResNets. */
  override resetParameters(rngFor: (name: string) => Rng): void {
    const bound = 1 / Math.sqrt(this.weight.shape[0]);
    for (const name of ['weight', 'bias'] as const) {
      const tensor: tf.Variable = this[name];
      const rng = rngFor(name);
      const values = Float32Array.from({ length: tensor.size }, () => bound * (2 * rng.next() - 1));
      tf.tidy(() => tensor.assign(tf.tensor(values, tensor.shape)));
    }
  }
}
