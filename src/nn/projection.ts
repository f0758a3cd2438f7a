import * as tf from '@tensorflow/tfjs-core';
import { expectShape } from '../kernels/shapes.ts';
import type { Rng } from '../lib/rng.ts';
import { Module } from './module.ts';
import { parameter } from './variable.ts';

/** A product with a matrix, y = x W: PyTorch's Linear with `bias=False`. */
export class Projection extends Module {
  /** [in, out] */
  readonly weight: tf.Variable<tf.Rank.R2>;

  /** Born with zero weights: `initialise` draws them, or `loadStateDict` fills them. */
  constructor(inFeatures: number, outFeatures: number) {
    super();
    this.weight = parameter(() => tf.zeros([inFeatures, outFeatures]));
  }

  /**
   * x [batch, in] → [batch, out], or x [batch, tokens, in] → [batch, tokens, out]
   * @throws when x has other features
   */
  forward<R extends tf.Rank = tf.Rank.R2>(x: tf.Tensor<R>): tf.Tensor<R> {
    const [inFeatures, outFeatures] = this.weight.shape;
    const leading = x.shape.slice(0, -1);
    const names = leading.length === 2 ? ['batch', 'tokens'] : ['batch'];
    expectShape('Linear', 'input', x, [...names, inFeatures]);
    const y = this.transform(tf.reshape(x, [-1, inFeatures]));
    return tf.reshape(y, [...leading, outFeatures] as tf.ShapeMap[R]);
  }

  /** x [rows, in] → [rows, out] */
  protected transform(x: tf.Tensor2D): tf.Tensor2D {
    return tf.matMul(x, this.weight);
  }

  /** Uniform within ±1/√in, the default of PyTorch's Linear. */
  override resetParameters(rngFor: (name: string) => Rng): void {
    this.draw(this.weight, rngFor('weight'));
  }

  /** Fills a parameter by the rule of `resetParameters`. */
  protected draw(tensor: tf.Variable, rng: Rng): void {
    const bound = 1 / Math.sqrt(this.weight.shape[0]);
    const values = Float32Array.from({ length: tensor.size }, () => bound * (2 * rng.next() - 1));
    tf.tidy(() => tensor.assign(tf.tensor(values, tensor.shape)));
  }
}
