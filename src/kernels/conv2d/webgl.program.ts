import { lines, locateTarget } from '../webgl/glsl.ts';
import type { Lanes } from '../webgl/texels.ts';
import { picturePrograms } from './webgl.convolution.ts';

/**
 * y[n, oy, ox, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · filter[fy, fx, i, o]:
 * a fragment sums `outLanes` outputs of a pixel.
 */
export const convolve = picturePrograms(
  'convolve',
  (inLanes, outLanes, [tapRows, tapColumns], [rowStride, columnStride], pictures) => ({
    inputs: { x: inLanes, taps: outLanes },
    body: `
  ${locateTarget('outHeight', 'outWidth', 'outGroups')}
  int firstX = column * ${columnStride} - left;
  int firstY = row * ${rowStride} - top;
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
  }`,
  }),
);

/** The taps of four inputs: a column each. */
function fourTaps(outLanes: Lanes): string {
  const taps = ['tap', 'tap + outGroups', 'tap + 2 * outGroups', 'tap + 3 * outGroups'];
  const columns = taps.map((tap) => (outLanes === 4 ? `taps(${tap})` : `vec4(taps(${tap}))`));
  return `mat4 weights = mat4(${columns.join(', ')});`;
}
