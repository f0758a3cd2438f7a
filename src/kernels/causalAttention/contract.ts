import type { Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';

export const CausalAttention = 'CausalAttention';
/**
 * Scaled dot-product attention of several heads, each token to itself and those before it:
 * pattern = softmax(q kᵀ / √size), y = pattern v, a head at a time, where size = width / heads.
 * qkv [batch, tokens, 3 · width]: queries, then keys, then values, each head's features side by side;
 * y [batch, tokens, width]; pattern [batch, heads, tokens, tokens], zero above the diagonal
 */
export type CausalAttention = Kernel<
  { qkv: Tensor3D },
  { heads: number },
  [y: Tensor3D, pattern: Tensor4D]
>;

export const CausalAttentionGrad = 'CausalAttentionGrad';
/** The gradient of CausalAttention's y. dy [batch, tokens, width]; qkv and dQkv [batch, tokens, 3 · width] */
export type CausalAttentionGrad = Kernel<
  { dy: Tensor3D; qkv: Tensor3D; pattern: Tensor4D },
  CausalAttention['attrs'],
  Tensor3D
>;
