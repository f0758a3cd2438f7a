import { sizeOf } from '../wasm/heap.ts';
import type { WasmKernel } from '../wasm/module.ts';
import { LayerNorm, LayerNormGrad } from './contract.ts';

/** The kernel LayerNorm on WebAssembly. Loops in JavaScript: rows are short. */
export const layerNorm: WasmKernel<LayerNorm> = {
  kernel: LayerNorm,
  run({ heap }, inputs, { epsilon }) {
    const y = heap.output(inputs.x.shape);
    const [x, scale, offset] = [inputs.x, inputs.scale, inputs.offset].map(heap.floats) as Three;
    const to = heap.floats(y);
    const features = scale.length;
    for (let start = 0; start < x.length; start += features) {
      const { mean, inverse } = statistics(x, start, features, epsilon);
      for (let i = 0; i < features; i++)
        to[start + i] =
          ((x[start + i] as number) - mean) * inverse * (scale[i] as number) +
          (offset[i] as number);
    }
    return y;
  },
};

/** The kernel LayerNormGrad on WebAssembly. */
export const layerNormGrad: WasmKernel<LayerNormGrad> = {
  kernel: LayerNormGrad,
  run({ heap }, inputs, { epsilon }) {
    const features = sizeOf(inputs.scale);
    const dx = heap.output(inputs.x.shape);
    const dScale = heap.output([features]);
    const dOffset = heap.output([features]);
    const [dy, x, scale] = [inputs.dy, inputs.x, inputs.scale].map(heap.floats) as Three;
    const to = heap.floats(dx);
    const scaleSums = new Float64Array(features);
    const offsetSums = new Float64Array(features);
    for (let start = 0; start < x.length; start += features) {
      const { mean, inverse } = statistics(x, start, features, epsilon);
      let sum = 0; // of g = dy · γ
      let along = 0; // of g · x̂
      for (let i = 0; i < features; i++) {
        const slope = dy[start + i] as number;
        const normalised = ((x[start + i] as number) - mean) * inverse;
        scaleSums[i] = (scaleSums[i] as number) + slope * normalised;
        offsetSums[i] = (offsetSums[i] as number) + slope;
        sum += slope * (scale[i] as number);
        along += slope * (scale[i] as number) * normalised;
      }
      for (let i = 0; i < features; i++) {
        const g = (dy[start + i] as number) * (scale[i] as number);
        const normalised = ((x[start + i] as number) - mean) * inverse;
        to[start + i] = (g - sum / features - (normalised * along) / features) * inverse;
      }
    }
    heap.floats(dScale).set(scaleSums);
    heap.floats(dOffset).set(offsetSums);
    return [dx, dScale, dOffset];
  },
};

type Three = [Float32Array, Float32Array, Float32Array];

/** The mean and 1 / √(variance + ε) of the `features` values from `start`. */
function statistics(x: Float32Array, start: number, features: number, epsilon: number) {
  let sum = 0;
  for (let i = 0; i < features; i++) sum += x[start + i] as number;
  const mean = sum / features;
  let squares = 0;
  for (let i = 0; i < features; i++) squares += ((x[start + i] as number) - mean) ** 2;
  return { mean, inverse: 1 / Math.sqrt(squares / features + epsilon) };
}
