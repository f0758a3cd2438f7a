import { lines, programs } from './program.ts';
import type { Lanes } from './texels.ts';

/** Of rows and columns. */
export type Pair = readonly [number, number];

/**
 * y[n, oy, ox, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · filter[fy, fx, i, o]:
 * a fragment sums `outLanes` outputs of the same pixel in `pictures` pictures, which lie `apart` texels
 * from each other, so that a tap is fetched once for all of them: fetches are what costs time.
 */
export const convolve = programs(
  (
    inLanes: Lanes,
    outLanes: Lanes,
    [tapRows, tapColumns]: Pair,
    [rowStride, columnStride]: Pair,
    pictures: number,
  ) => ({
    name: 'convolve',
    inputs: { x: inLanes, taps: outLanes },
    targets: pictures,
    uniforms: {
      ...{ height: 'int', width: 'int', inGroups: 'int' },
      ...{ outHeight: 'int', outWidth: 'int', outGroups: 'int', top: 'int', left: 'int' },
      apart: 'int',
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
  ${lines(pictures, (p) => `vec4 sum${p} = vec4(0.0);`)}
  for (int fy = 0; fy < ${tapRows}; fy++) {
    int y = firstY + fy;
    if (y < 0 || y >= height) continue;
    for (int fx = 0; fx < ${tapColumns}; fx++) {
      int xx = firstX + fx;
      if (xx < 0 || xx >= width) continue;
      int from = ((n * height + y) * width + xx) * inGroups;
      int tap = (fy * ${tapColumns} + fx) * inGroups * ${inLanes} * outGroups + group;
      for (int i = 0; i < inGroups; i++) {
        ${inLanes === 4 ? fourTaps(outLanes) : 'vec4 weights = vec4(taps(tap));'}
        ${lines(pictures, (p) => `sum${p} += weights * x(from + i + ${p} * apart);`)}
        tap += ${inLanes} * outGroups;
      }
    }
  }
  ${lines(pictures, (p) => `target${p} = sum${p};`)}
}`,
  }),
);

/** The taps of four inputs: a column each. */
function fourTaps(outLanes: Lanes): string {
  const taps = ['tap', 'tap + outGroups', 'tap + 2 * outGroups', 'tap + 3 * outGroups'];
  const columns = taps.map((tap) => (outLanes === 4 ? `taps(${tap})` : `vec4(taps(${tap}))`));
  return `mat4 weights = mat4(${columns.join(', ')});`;
}
