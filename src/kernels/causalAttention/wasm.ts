import type { WasmKernel } from '../wasm/module.ts';
import { CausalAttention, CausalAttentionGrad } from './contract.ts';

/** The kernel CausalAttention on WebAssembly. Loops in JavaScript: heads are a few features wide. */
export const causalAttention: WasmKernel<CausalAttention> = {
  kernel: CausalAttention,
  run({ heap }, inputs, { heads }) {
    const [batch = 0, tokens = 0, rowLength = 0] = inputs.qkv.shape;
    const width = rowLength / 3;
    const size = width / heads;
    const scale = 1 / Math.sqrt(size);
    const y = heap.output([batch, tokens, width]);
    const pattern = heap.output([batch, heads, tokens, tokens]);
    const [qkv, to, weights] = [inputs.qkv, y, pattern].map(heap.floats) as Three;
    to.fill(0);
    weights.fill(0);
    for (let row = 0; row < batch * heads; row++) {
      const sequence = Math.floor(row / heads) * tokens;
      const feature = (row % heads) * size;
      for (let t = 0; t < tokens; t++) {
        const at = (row * tokens + t) * tokens;
        const query = (sequence + t) * rowLength + feature;
        const out = (sequence + t) * width + feature;
        let largest = -Infinity;
        for (let s = 0; s <= t; s++) {
          const key = (sequence + s) * rowLength + width + feature;
          const score = scale * dot(qkv, query, qkv, key, size);
          weights[at + s] = score;
          largest = Math.max(largest, score);
        }
        let sum = 0;
        for (let s = 0; s <= t; s++) {
          const weight = Math.exp((weights[at + s] as number) - largest);
          weights[at + s] = weight;
          sum += weight;
        }
        for (let s = 0; s <= t; s++) {
          const weight = (weights[at + s] as number) / sum;
          weights[at + s] = weight;
          const value = (sequence + s) * rowLength + 2 * width + feature;
          addScaled(to, out, qkv, value, weight, size);
        }
      }
    }
    return [y, pattern];
  },
};

/** The kernel CausalAttentionGrad on WebAssembly. */
export const causalAttentionGrad: WasmKernel<CausalAttentionGrad> = {
  kernel: CausalAttentionGrad,
  run({ heap }, inputs, { heads }) {
    const [batch = 0, tokens = 0, rowLength = 0] = inputs.qkv.shape;
    const width = rowLength / 3;
    const size = width / heads;
    const scale = 1 / Math.sqrt(size);
    const dQkv = heap.output(inputs.qkv.shape);
    const [dy, qkv, weights] = [inputs.dy, inputs.qkv, inputs.pattern].map(heap.floats) as Three;
    const to = heap.floats(dQkv);
    to.fill(0);
    const slopes = new Float64Array(tokens); // of a token's weights
    for (let row = 0; row < batch * heads; row++) {
      const sequence = Math.floor(row / heads) * tokens;
      const feature = (row % heads) * size;
      for (let t = 0; t < tokens; t++) {
        const at = (row * tokens + t) * tokens;
        const query = (sequence + t) * rowLength + feature;
        const out = (sequence + t) * width + feature;
        let mean = 0;
        for (let s = 0; s <= t; s++) {
          const value = (sequence + s) * rowLength + 2 * width + feature;
          const weight = weights[at + s] as number;
          const slope = dot(dy, out, qkv, value, size);
          slopes[s] = slope;
          mean += weight * slope;
          addScaled(to, value, dy, out, weight, size);
        }
        for (let s = 0; s <= t; s++) {
          const key = (sequence + s) * rowLength + width + feature;
          const dScore = scale * (weights[at + s] as number) * ((slopes[s] as number) - mean);
          addScaled(to, query, qkv, key, dScore, size);
          addScaled(to, key, qkv, query, dScore, size);
        }
      }
    }
    return dQkv;
  },
};

type Three = [Float32Array, Float32Array, Float32Array];

/** Σ a[i] · b[j] over `size` values from i and from j. */
function dot(a: Float32Array, i: number, b: Float32Array, j: number, size: number): number {
  let sum = 0;
  for (let n = 0; n < size; n++) sum += (a[i + n] as number) * (b[j + n] as number);
  return sum;
}

/** Adds `factor` times the `size` values from j in `from` to those from i in `to`. */
function addScaled(
  to: Float32Array,
  i: number,
  from: Float32Array,
  j: number,
  factor: number,
  size: number,
): void {
  for (let n = 0; n < size; n++)
    to[i + n] = (to[i + n] as number) + factor * (from[j + n] as number);
}
