import { Sum, util, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import { draw } from '../webgl/draw.ts';
import type { Gpu, WebglKernel } from '../webgl/gpu.ts';
import { programs } from '../webgl/programs.ts';
import { createTexels, lanesHeld, type Lanes, type Texels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';

/** The sum of `rowsPerPart` rows at a time: a fragment is one part and one texel of a row. */
const sumRows = programs((lanes: Lanes) => ({
  name: 'sumRows',
  inputs: { x: lanes },
  targets: 1,
  uniforms: { groups: 'int', rows: 'int', rowsPerPart: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int part = k / groups;
  int group = k - part * groups;
  vec4 sum = vec4(0.0);
  int end = min(rows, (part + 1) * rowsPerPart);
  for (int row = part * rowsPerPart; row < end; row++) sum += vec4(x(row * groups + group));
  target0 = sum;
}`,
}));

/** So few rows are summed in one program. */
const fewRows = 128;

/**
 * Sum over the first axes of what our programs have written, as the gradient of what was added to each row is.
 * All else goes to TensorFlow.js's own.
 */
export const sum: WebglKernel<
  Kernel<{ x: Tensor }, { axis: number | number[]; keepDims: boolean }, Tensor>
> = {
  kernel: Sum,
  run(gpu, { x }, { axis, keepDims }, stock) {
    const axes = util.parseAxisParam(axis, x.shape);
    const isLeading = axes.length < x.shape.length && axes.every((one, index) => one === index);
    const lanes = lanesHeld(gpu, x);
    if (!isLeading || keepDims || !lanes || (x.shape.at(-1) ?? 1) % lanes !== 0) return stock();
    const rest = x.shape.slice(axes.length);
    return withTexels(gpu, [[x, lanes]], (x) => {
      const rows = util.sizeFromShape(x.shape) / util.sizeFromShape(rest);
      if (rows <= fewRows) return { ...sumParts(gpu, x, rows, rows, rest), shape: rest };
      const parts = sumParts(gpu, x, rows, Math.ceil(Math.sqrt(rows)), rest);
      const total = sumParts(gpu, parts, parts.shape[0] as number, rows, rest);
      gpu.backend.disposeIntermediateTensorInfo(parts);
      return { ...total, shape: rest };
    });
  },
};

/** x, so many rows of `rest`, → [parts, …rest] */
function sumParts(gpu: Gpu, x: Texels, rows: number, rowsPerPart: number, rest: number[]): Texels {
  const sums = createTexels(gpu, [Math.ceil(rows / rowsPerPart), ...rest], x.lanes);
  const groups = x.count / rows;
  draw(gpu, sumRows(x.lanes), { x }, [sums], { groups, rows, rowsPerPart });
  return sums;
}
