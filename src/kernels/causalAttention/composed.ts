import * as tf from '@tensorflow/tfjs-core';
import type { ComposedKernel } from '../kernel.ts';
import { CausalAttention, CausalAttentionGrad } from './contract.ts';

/** The kernel CausalAttention from TensorFlow.js's operations. */
export const causalAttention: ComposedKernel<CausalAttention> = {
  kernel: CausalAttention,
  run({ qkv }, { heads }) {
    const [q, k, v] = partsOf(qkv, heads);
    const scores = tf.mul(tf.matMul(q, k, false, true), scale(q));
    const pattern: tf.Tensor4D = tf.softmax(tf.add(scores, future(qkv.shape[1])));
    return [joinHeads(tf.matMul(pattern, v)), pattern];
  },
};

/** The kernel CausalAttentionGrad from TensorFlow.js's operations. */
export const causalAttentionGrad: ComposedKernel<CausalAttentionGrad> = {
  kernel: CausalAttentionGrad,
  run({ dy, qkv, pattern }, { heads }) {
    const [q, k, v] = partsOf(qkv, heads);
    const g = splitHeads(dy, heads);
    const dPattern = tf.matMul(g, v, false, true);
    const mean = tf.sum(tf.mul(dPattern, pattern), -1, true); // softmax's own: under the pattern's weights
    const dScores: tf.Tensor4D = tf.mul(tf.mul(pattern, tf.sub(dPattern, mean)), scale(q));
    const dQ: tf.Tensor4D = tf.matMul(dScores, k);
    const dK: tf.Tensor4D = tf.matMul(dScores, q, true, false);
    const dV: tf.Tensor4D = tf.matMul(pattern, g, true, false);
    return tf.concat([joinHeads(dQ), joinHeads(dK), joinHeads(dV)], -1);
  },
};

/** Queries, keys and values, [batch, heads, tokens, size] each. */
function partsOf(qkv: tf.Tensor3D, heads: number) {
  const parts = tf.split<tf.Tensor3D>(qkv, 3, -1).map((part) => splitHeads(part, heads));
  return parts as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
}

/** [batch, tokens, width] → [batch, heads, tokens, size] */
function splitHeads(x: tf.Tensor3D, heads: number): tf.Tensor4D {
  const [batch, tokens, width] = x.shape;
  return tf.transpose(tf.reshape(x, [batch, tokens, heads, width / heads]), [0, 2, 1, 3]);
}

/** [batch, heads, tokens, size] → [batch, tokens, width] */
function joinHeads(x: tf.Tensor4D): tf.Tensor3D {
  const [batch, heads, tokens, size] = x.shape;
  return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch, tokens, heads * size]);
}

function scale({ shape }: tf.Tensor4D): number {
  return 1 / Math.sqrt(shape[3]);
}

/** What keeps a token from those after it: so low a score that its exponential is zero. [tokens, tokens] */
function future(tokens: number): tf.Tensor2D {
  const values = Float32Array.from({ length: tokens * tokens }, (_, i) =>
    i % tokens > Math.floor(i / tokens) ? -1e9 : 0,
  );
  return tf.tensor2d(values, [tokens, tokens]);
}
