import { programs } from './program.ts';
import type { Lanes } from './texels.ts';

/** Of rows and columns. */
export type Pair = readonly [number, number];

/**
 * y[n, oy, ox, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · filter[fy, fx, i, o]:
 * a fragment sums `outLanes` outputs of one pixel.
 */
export const convolve = programs(
  (
    inLanes: Lanes,
    outLanes: Lanes,
    [tapRows, tapColumns]: Pair,
    [rowStride, columnStride]: Pair,
  ) => ({
    name: 'convolve',
    inputs: { x: inLanes, taps: outLanes },
    targets: 1,
    uniforms: {
      ...{ height: 'int', width: 'int', inGroups: 'int' },
      ...{ outHeight: 'int', outWidth: 'int', outGroups: 'int', top: 'int', left: 'int' },
    },
    source: `
void main() {
  int k = targetIndex();
  int pixel = k / outGroups;
  int group = k - pixel * outGroups;
  int line = pixel / outWidth;
  int n = line / outHeight;
  int firstX = (pixel - line * outWidth) * ${columnStride} - left;
  int firstY = (line - n * outHeight) * ${rowStride} - top;
  vec4 sum = vec4(0.0);
  for (int fy = 0; fy < ${tapRows}; fy++) {
    int y = firstY + fy;
    if (y < 0 || y >= height) continue;
    for (int fx = 0; fx < ${tapColumns}; fx++) {
      int xx = firstX + fx;
      if (xx < 0 || xx >= width) continue;
      int from = ((n * height + y) * width + xx) * inGroups;
      int tap = (fy * ${tapColumns} + fx) * inGroups * ${inLanes} * outGroups + group;
      for (int i = 0; i < inGroups; i++) {
        ${inLanes === 4 ? quadOfInputs : 'sum += x(from + i) * taps(tap);'}
        tap += ${inLanes} * outGroups;
      }
    }
  }
  target0 = sum;
}`,
  }),
);

const quadOfInputs = `
        vec4 values = x(from + i);
        sum += values.x * taps(tap) + values.y * taps(tap + outGroups)
          + values.z * taps(tap + 2 * outGroups) + values.w * taps(tap + 3 * outGroups);`;
