import type { WasmKernel } from '../wasm/module.ts';
import { Subsample, SubsampleGrad } from './contract.ts';
import { fullShape, halvedShape, type Shape } from './mapShapes.ts';

/** The kernel Subsample on WebAssembly: copies, for which JavaScript's loop will do. */
export const subsample: WasmKernel<Subsample> = {
  kernel: Subsample,
  run({ heap }, { x }, attrs) {
    const full = x.shape as Shape;
    const halves = halvedShape(full, attrs);
    const y = heap.output(halves);
    const from = heap.floats(x);
    const to = heap.floats(y).fill(0);
    forEveryPixel(full, halves, (there, here) => copy(from, there, to, here, full[3]));
    return y;
  },
};

/** The kernel SubsampleGrad on WebAssembly. */
export const subsampleGrad: WasmKernel<SubsampleGrad> = {
  kernel: SubsampleGrad,
  run({ heap }, { dy }, attrs) {
    const halves = dy.shape as Shape;
    const full = fullShape(halves, attrs);
    const dx = heap.output(full);
    const from = heap.floats(dy);
    const to = heap.floats(dx).fill(0);
    forEveryPixel(full, halves, (there, here) => copy(from, here, to, there, attrs.channels));
    return dx;
  },
};

/** Calls `move` with where the channels of every pixel that both have begin: in the full maps, and in the halved. */
function forEveryPixel(
  [, height, width, channels]: Shape,
  [batch, halfHeight, halfWidth, outChannels]: Shape,
  move: (there: number, here: number) => void,
): void {
  for (let n = 0; n < batch; n++) {
    for (let y = 0; y < halfHeight; y++) {
      for (let x = 0; x < halfWidth; x++) {
        const there = ((n * height + 2 * y) * width + 2 * x) * channels;
        move(there, ((n * halfHeight + y) * halfWidth + x) * outChannels);
      }
    }
  }
}

/** By hand: typed arrays' own ways take longer for so few values. */
function copy(from: Float32Array, first: number, to: Float32Array, start: number, count: number) {
  for (let i = 0; i < count; i++) to[start + i] = from[first + i] as number;
}
