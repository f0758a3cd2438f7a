import { sizeUniforms, type ConvolutionChoices } from './convolutionSizes.ts';
import { lines, programs, vector } from './program.ts';
import type { Lanes } from './texels.ts';

/**
 * dx[n, y, x, i] = Σ dy[n, oy, ox, o] · filter[fy, fx, i, o] over the taps with oy · stride + fy − top = y
 * and the same for columns: a fragment sums `inLanes` inputs of the same pixel in `pictures` pictures,
 * which lie `apart` texels of dy from each other.
 */
export const convolveInputGradient = programs(
  (...choices: readonly [...ConvolutionChoices, pictures: number]) => {
    const [inLanes, outLanes, [tapRows, tapColumns], [rowStride, columnStride], pictures] = choices;
    return {
      name: 'convolveInputGradient',
      inputs: { dy: outLanes, taps: outLanes },
      targets: pictures,
      uniforms: {
        ...sizeUniforms,
        apart: 'int',
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
  ${lines(pictures, (p) => `vec4 sum${p} = vec4(0.0);`)}
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
  }
  ${lines(pictures, (p) => `target${p} = sum${p};`)}
}`,
    };
  },
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
