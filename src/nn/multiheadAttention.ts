import * as tf from '@tensorflow/tfjs-core';
import { causalAttention } from '../kernels/causalAttention/causalAttention.ts';
import type { Rng } from '../lib/rng.ts';
import { Module } from './module.ts';
import { Projection } from './projection.ts';
import type { Stream } from './tensors.ts';
import { parameter } from './variable.ts';

/**
 * Causal self-attention of several heads (Vaswani et al. 2017, section 3.2.2) as PyTorch's
 * `MultiheadAttention(width, heads, bias=False, batch_first=True)` lays it out. Without a bias, what it gives
 * is the sum of what its heads give.
 */
export class MultiheadAttention extends Module {
  /** Queries, keys and values side by side, [width, 3 · width]. */
  readonly in_proj_weight: tf.Variable<tf.Rank.R2>;
  out_proj: Projection;
  readonly heads: number;

  /** @throws when the heads can't share the width */
  constructor(width: number, heads: number) {
    super();
    if (width % heads !== 0)
      throw new Error(`${heads} heads can’t share a width of ${width} evenly.`);
    this.in_proj_weight = parameter(() => tf.zeros([width, 3 * width]));
    this.out_proj = new Projection(width, width);
    this.heads = heads;
  }

  /** x [batch, tokens, width] → the same shape. */
  forward(x: Stream): Stream {
    return this.out_proj.forward(this.#attend(x).y);
  }

  /**
   * What each token of x [batch, tokens, width] looks at, and what each head gives. Call it in a tidy.
   * @returns pattern [batch, heads, from token, to token], rows sum to 1; outputs, one a head, each
   *   [batch, tokens, width], which sum to what `forward` gives
   */
  look(x: Stream): { pattern: tf.Tensor4D; outputs: Stream[] } {
    const { y, pattern } = this.#attend(x);
    const size = x.shape[2] / this.heads;
    const outputs = Array.from({ length: this.heads }, (_, head) => {
      const own = Array.from({ length: x.shape[2] }, (_, i) => +(Math.floor(i / size) === head));
      return this.out_proj.forward(tf.mul<Stream>(y, tf.tensor1d(own)));
    });
    return { pattern, outputs };
  }

  #attend(x: Stream): { y: Stream; pattern: tf.Tensor4D } {
    const [batch, tokens, width] = x.shape;
    const rows = tf.reshape<tf.Rank.R2>(x, [batch * tokens, width]);
    const qkv = tf.matMul(rows, this.in_proj_weight); // [batch · tokens, 3 · width]
    return causalAttention(tf.reshape(qkv, [batch, tokens, 3 * width]), this.heads);
  }

  /** Uniform within ±√(6 / (width + 3 · width)), Glorot's bound, as PyTorch's. */
  override resetParameters(rngFor: (name: string) => Rng): void {
    const weight = this.in_proj_weight;
    const rng = rngFor('in_proj_weight');
    const bound = Math.sqrt(6 / (weight.shape[0] + weight.shape[1]));
    const values = Float32Array.from({ length: weight.size }, () => bound * (2 * rng.next() - 1));
    tf.tidy(() => weight.assign(tf.tensor(values, weight.shape)));
  }
}
