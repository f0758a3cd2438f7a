import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../runKernel.ts';
import { describeShape, expectShape } from '../shapes.ts';
import { CausalAttention, CausalAttentionGrad } from './contract.ts';

/**
 * Scaled dot-product attention (Vaswani et al. 2017, equation 1) in which a token sees itself and those before
 * it. Differentiable by qkv through y, not through the pattern.
 * @param qkv [batch, tokens, 3 · width]: queries, keys and values, each head's features side by side
 * @returns y [batch, tokens, width]; pattern [batch, heads, tokens, tokens], whose rows sum to 1
 * @throws when the width can't be shared among the heads
 */
export function causalAttention(
  qkv: tf.Tensor3D,
  heads: number,
): { y: tf.Tensor3D; pattern: tf.Tensor4D } {
  expectShape('causalAttention', 'qkv', qkv, ['batch', 'tokens', '3 · width']);
  if (qkv.shape[2] % (3 * heads) !== 0)
    throw new Error(
      `causalAttention: expected three times a multiple of ${heads} heads as the last size, got ${describeShape(qkv.shape)}.`,
    );
  const [y, pattern] = runKernel<CausalAttention>(CausalAttention, { qkv }, { heads });
  return { y, pattern };
}

export const causalAttentionGradient: tf.GradConfig = {
  kernelName: CausalAttention,
  inputsToSave: ['qkv'],
  outputsToSave: [false, true],
  gradFunc: (dys, saved, attrs) => {
    const [dy] = dys as CausalAttention['outputs'];
    const [qkv, pattern] = saved as [tf.Tensor3D, tf.Tensor4D];
    const given = attrs as CausalAttention['attrs'];
    const inputs = { dy, qkv, pattern };
    return { qkv: () => runKernel<CausalAttentionGrad>(CausalAttentionGrad, inputs, given) };
  },
};
