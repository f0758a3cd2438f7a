import type { TensorInfo } from '@tensorflow/tfjs-core';
import { columnsFor, spreadRows } from '../webgpu/columns.ts';
import { dispatch } from '../webgpu/dispatch.ts';
import { spread } from '../webgpu/elementwise.ts';
import type { WebgpuKernel } from '../webgpu/gpu.ts';
import { elementOf, lanesOf, output, release, sizeOf } from '../webgpu/tensors.ts';
import { CausalAttention, CausalAttentionGrad } from './contract.ts';
import { attentionGradient, attentionPattern, mixValues, scoreSlopes } from './webgpu.program.ts';

/** The kernel CausalAttention on WebGPU: the pattern, and the values that it mixes. */
export const causalAttention: WebgpuKernel<CausalAttention> = {
  kernel: CausalAttention,
  run(gpu, { qkv }, { heads }) {
    const { element, columns, scale, sizes, shapes, rows } = measure(qkv, heads);
    const pattern = output(gpu, shapes.pattern);
    const ofRows = { ...sizes, count: rows, scale };
    const lookAt = attentionPattern(element, columns);
    dispatch(gpu, lookAt, { qkv, pattern }, ofRows, spreadRows(rows, columns));
    const y = output(gpu, shapes.y);
    const count = sizeOf(y) / lanesOf(element);
    dispatch(gpu, mixValues(element), { qkv, pattern, y }, { ...sizes, count }, spread(count));
    return [y, pattern];
  },
};

/** The kernel CausalAttentionGrad on WebGPU: slopes of the scores, then of what made them. */
export const causalAttentionGrad: WebgpuKernel<CausalAttentionGrad> = {
  kernel: CausalAttentionGrad,
  run(gpu, inputs, { heads }) {
    const { qkv } = inputs;
    const { element, columns, scale, sizes, shapes, rows } = measure(qkv, heads);
    const scores = output(gpu, shapes.pattern);
    const ofRows = { ...sizes, count: rows, scale };
    const slopes = scoreSlopes(element, columns);
    dispatch(gpu, slopes, { ...inputs, scores }, ofRows, spreadRows(rows, columns));
    const dQkv = output(gpu, qkv.shape);
    const count = sizeOf(dQkv) / lanesOf(element);
    const tensors = { ...inputs, scores, dQkv };
    dispatch(gpu, attentionGradient(element), tensors, { ...sizes, count }, spread(count));
    release(gpu, scores);
    return dQkv;
  },
};

/** Four floats must not span two heads. */
function measure({ shape }: TensorInfo, heads: number) {
  const [batch, tokens, rowLength] = shape as [number, number, number];
  const width = rowLength / 3;
  const size = width / heads;
  const element = elementOf(size);
  return {
    element,
    columns: columnsFor(tokens),
    scale: 1 / Math.sqrt(size),
    sizes: {
      ...{ heads, tokens },
      ...{ groups: width / lanesOf(element), headGroups: size / lanesOf(element) },
    },
    shapes: { y: [batch, tokens, width], pattern: [batch, heads, tokens, tokens] },
    rows: batch * heads * tokens,
  };
}
