import { picturePrograms } from '../conv2d/webgl.convolution.ts';
import { lines, locateTarget, vector } from '../webgl/glsl.ts';
import type { Lanes } from '../webgl/texels.ts';

/**
 * dx[n, y, x, i] = Σ dy[n, oy, ox, o] · filter[fy, fx, i, o] over the taps with oy · stride + fy − top = y
 * and the same for columns: a fragment sums `inLanes` inputs of a pixel.
 */
export const convolveInputGradient = picturePrograms(
  'convolveInputGradient',
  (inLanes, outLanes, [tapRows, tapColumns], [rowStride, columnStride], pictures) => ({
    inputs: { dy: outLanes, taps: outLanes },
    body: `
  ${locateTarget('height', 'width', 'inGroups')}
  int lastX = column + left;
  int lastY = row + top;
  for (int fy = 0; fy < ${tapRows}; fy++) {
    int y = (lastY - fy) / ${rowStride};
    if (lastY < fy || y * ${rowStride} != lastY - fy || y >= outHeight) continue;
    for (int fx = 0; fx < ${tapColumns}; fx++) {
      int xx = (lastX - fx) / ${columnStride};
      if (lastX < fx || xx * ${columnStride} != lastX - fx || xx >= outWidth) continue;
      int from = ((n * outHeight + y) * outWidth + xx) * outGroups;
      int tap = ((fy * ${tapColumns} + fx) * inGroups + group) * ${inLanes} * outGroups;
      for (int o = 0; o < outGroups; o++) {
        ${weights(inLanes, outLanes)}
        ${lines(pictures, (p) => `sum${p} += ${product(inLanes, outLanes, `dy(from + o + ${p} * apart)`)};`)}
        tap++;
      }
    }
  }`,
  }),
);

/** The taps to four outputs, for each of four inputs a column; or fewer of either. */
function weights(inLanes: Lanes, outLanes: Lanes): string {
  if (inLanes === 1) return `${vector(outLanes)} weights = taps(tap);`;
  const taps = ['tap', 'tap + outGroups', 'tap + 2 * outGroups', 'tap + 3 * outGroups'];
  const type = outLanes === 4 ? 'mat4' : 'vec4';
  return `${type} weights = ${type}(${taps.map((tap) => `taps(${tap})`).join(', ')});`;
}

/** A row times the columns of the weights. */
function product(inLanes: Lanes, outLanes: Lanes, slopes: string): string {
  return inLanes === 1 && outLanes === 4 ? `dot(${slopes}, weights)` : `${slopes} * weights`;
}
