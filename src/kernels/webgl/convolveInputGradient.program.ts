import type { Pair } from './convolve.program.ts';
import { programs } from './program.ts';
import type { Lanes } from './texels.ts';

/**
 * dx[n, y, x, i] = Σ dy[n, oy, ox, o] · filter[fy, fx, i, o] over the taps with oy · stride + fy − top = y
 * and the same for columns: a fragment sums `inLanes` inputs of one pixel.
 */
export const convolveInputGradient = programs(
  (
    inLanes: Lanes,
    outLanes: Lanes,
    [tapRows, tapColumns]: Pair,
    [rowStride, columnStride]: Pair,
  ) => ({
    name: 'convolveInputGradient',
    inputs: { dy: outLanes, taps: outLanes },
    targets: 1,
    uniforms: {
      ...{ height: 'int', width: 'int', inGroups: 'int' },
      ...{ outHeight: 'int', outWidth: 'int', outGroups: 'int', top: 'int', left: 'int' },
    },
    source: `
void main() {
  int k = targetIndex();
  int pixel = k / inGroups;
  int group = k - pixel * inGroups;
  int line = pixel / width;
  int n = line / height;
  int lastX = pixel - line * width + left;
  int lastY = line - n * height + top;
  vec4 sum = vec4(0.0);
  for (int fy = 0; fy < ${tapRows}; fy++) {
    int y = (lastY - fy) / ${rowStride};
    if (lastY < fy || y * ${rowStride} != lastY - fy || y >= outHeight) continue;
    for (int fx = 0; fx < ${tapColumns}; fx++) {
      int xx = (lastX - fx) / ${columnStride};
      if (lastX < fx || xx * ${columnStride} != lastX - fx || xx >= outWidth) continue;
      int from = ((n * outHeight + y) * outWidth + xx) * outGroups;
      int tap = ((fy * ${tapColumns} + fx) * inGroups + group) * ${inLanes} * outGroups;
      for (int o = 0; o < outGroups; o++) {
        ${outLanes === 4 ? 'vec4' : 'float'} values = dy(from + o);
        ${product(inLanes, outLanes)}
        tap++;
      }
    }
  }
  target0 = sum;
}`,
  }),
);

function product(inLanes: Lanes, outLanes: Lanes): string {
  const times = (tap: string) =>
    outLanes === 4 ? `dot(values, taps(${tap}))` : `values * taps(${tap})`;
  if (inLanes === 1) return `sum.x += ${times('tap')};`;
  const lanes = ['tap', 'tap + outGroups', 'tap + 2 * outGroups', 'tap + 3 * outGroups'];
  return `sum += vec4(${lanes.map(times).join(', ')});`;
}
