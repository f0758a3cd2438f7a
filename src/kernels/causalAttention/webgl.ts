import type { TensorInfo } from '@tensorflow/tfjs-core';
import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { createTexels, lanesOf, type Lanes } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { CausalAttention, CausalAttentionGrad } from './contract.ts';
import {
  attentionGradient,
  attentionScores,
  causalSoftmax,
  mixValues,
  scoreSlopes,
  weightSlopes,
} from './webgl.program.ts';

/** The kernel CausalAttention on WebGL: scores, their softmax, and the values that it mixes. */
export const causalAttention: WebglKernel<CausalAttention> = {
  kernel: CausalAttention,
  run(gpu, { qkv }, { heads }) {
    const { lanes, scale, sizes, shapes } = measure(qkv, heads);
    return withTexels(gpu, [[qkv, lanes]], (qkv) => {
      const scores = createTexels(gpu, shapes.pattern, 1);
      draw(gpu, attentionScores(lanes), { qkv }, [scores], { ...sizes, scale });
      const pattern = createTexels(gpu, shapes.pattern, 1);
      draw(gpu, causalSoftmax(), { scores }, [pattern], { tokens: sizes.tokens });
      gpu.backend.disposeIntermediateTensorInfo(scores);
      const y = createTexels(gpu, shapes.y, lanes);
      draw(gpu, mixValues(lanes), { qkv, pattern }, [y], sizes);
      return [y, pattern];
    });
  },
};

/** The kernel CausalAttentionGrad on WebGL: slopes of the weights, of the scores, and of what made them. */
export const causalAttentionGrad: WebglKernel<CausalAttentionGrad> = {
  kernel: CausalAttentionGrad,
  run(gpu, { dy, qkv, pattern }, { heads }) {
    const { lanes, scale, sizes, shapes } = measure(qkv, heads);
    const inputs: [TensorInfo, Lanes][] = [
      [dy, lanes],
      [qkv, lanes],
      [pattern, 1],
    ];
    return withTexels(gpu, inputs, (dy, qkv, pattern) => {
      const slopes = createTexels(gpu, shapes.pattern, 1);
      draw(gpu, weightSlopes(lanes), { dy, qkv }, [slopes], sizes);
      const scores = createTexels(gpu, shapes.pattern, 1);
      const { tokens } = sizes;
      draw(gpu, scoreSlopes(), { slopes, pattern }, [scores], { tokens, scale });
      const dQkv = createTexels(gpu, qkv.shape, lanes);
      draw(gpu, attentionGradient(lanes), { dy, qkv, pattern, scores }, [dQkv], sizes);
      for (const texels of [slopes, scores]) gpu.backend.disposeIntermediateTensorInfo(texels);
      return dQkv;
    });
  },
};

/** A texel of 4 lanes must not span two heads. */
function measure({ shape }: TensorInfo, heads: number) {
  const [batch, tokens, rowLength] = shape as [number, number, number];
  const width = rowLength / 3;
  const size = width / heads;
  const lanes = lanesOf(size);
  return {
    lanes,
    scale: 1 / Math.sqrt(size),
    sizes: { heads, tokens, groups: width / lanes, headGroups: size / lanes },
    shapes: { y: [batch, tokens, width], pattern: [batch, heads, tokens, tokens] },
  };
}
