import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../lib/rng.ts';
import { Module } from './module.ts';
import { parameter } from './variable.ts';

/** A table with a vector for each of `count` words or positions: PyTorch's Embedding. */
export class Embedding extends Module {
  /** [count, width] */
  readonly weight: tf.Variable<tf.Rank.R2>;

  /** Born with zeros: `initialise` draws them, or `loadStateDict` fills them. */
  constructor(count: number, width: number) {
    super();
    this.weight = parameter(() => tf.zeros([count, width]));
  }

  /**
   * Numbers below `count`, int32 [tokens], → their rows [tokens, width]. Rows of 0 and 1 times the table: not
   * every backend has the sum by rows that a gather's gradient needs, and tables here are small.
   */
  forward(numbers: tf.Tensor1D): tf.Tensor2D {
    const [count] = this.weight.shape;
    const chosen = tf.cast(tf.oneHot(numbers, count) as tf.Tensor2D, 'float32');
    return tf.matMul(chosen, this.weight);
  }

  /** Normal with deviation 0.3: PyTorch's 1 would drown what sublayers of a narrow network add. */
  override resetParameters(rngFor: (name: string) => Rng): void {
    const rng = rngFor('weight');
    const values = Float32Array.from({ length: this.weight.size }, () => 0.3 * rng.normal());
    tf.tidy(() => this.weight.assign(tf.tensor(values, this.weight.shape)));
  }
}
