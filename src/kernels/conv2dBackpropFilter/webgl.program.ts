import { sizeUniforms, type ConvolutionChoices } from '../conv2d/webgl.convolution.ts';
import { lines, vector } from '../webgl/glsl.ts';
import { programs } from '../webgl/programs.ts';
import type { Lanes } from '../webgl/texels.ts';

/**
 * dFilter[fy, fx, i, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · dy[n, oy, ox, o],
 * summed in `parts` of the output's rows: a fragment is one part of one tap for `inLanes` inputs times
 * `outLanes` · `wide` outputs. Target i · wide + j has input i and the jth group of outputs.
 */
export const convolveFilterGradient = programs(
  (...choices: readonly [...ConvolutionChoices, wide: number]) => {
    const [inLanes, outLanes, [tapRows, tapColumns], [rowStride, columnStride], wide] = choices;
    return {
      name: 'convolveFilterGradient',
      inputs: { x: inLanes, dy: outLanes },
      targets: inLanes * wide,
      uniforms: {
        ...sizeUniforms,
        ...{ rows: 'int', rowsPerPart: 'int' },
      },
      source: `
void main() {
  int k = targetIndex();
  int wides = outGroups / ${wide};
  int blocks = ${tapRows * tapColumns} * inGroups * wides;
  int part = k / blocks;
  int block = k - part * blocks;
  int pair = block / wides;
  int outGroup = (block - pair * wides) * ${wide};
  int tap = pair / inGroups;
  int inGroup = pair - tap * inGroups;
  int shiftY = tap / ${tapColumns} - top;
  int shiftX = tap % ${tapColumns} - left;
  int firstX = max(0, (${columnStride - 1} - shiftX) / ${columnStride});
  int endX = min(outWidth, (width - 1 - shiftX + ${columnStride}) / ${columnStride});
  ${lines(inLanes * wide, (t) => `vec4 sum${t} = vec4(0.0);`)}
  int end = min(rows, (part + 1) * rowsPerPart);
  for (int row = part * rowsPerPart; row < end; row++) {
    int n = row / outHeight;
    int y = (row - n * outHeight) * ${rowStride} + shiftY;
    if (y < 0 || y >= height) continue;
    int to = (row * outWidth + firstX) * outGroups + outGroup;
    int from = ((n * height + y) * width + firstX * ${columnStride} + shiftX) * inGroups + inGroup;
    for (int ox = firstX; ox < endX; ox++) {
      ${vector(inLanes)} values = x(from);
      ${lines(wide, (j) => `vec4 slopes${j} = vec4(dy(to + ${j}));`)}
      ${lines(inLanes * wide, (t) => `sum${t} += ${value(inLanes, Math.floor(t / wide))} * slopes${t % wide};`)}
      to += outGroups;
      from += ${columnStride} * inGroups;
    }
  }
  ${lines(inLanes * wide, (t) => `target${t} = sum${t};`)}
}`,
    };
  },
);

/**
 * Adds up the parts and puts the targets' values into the filter's order, for `filters` of one shape at once:
 * input `parts` + f + `_` + t is what target t was for filter f.
 */
export const sumFilterGradients = programs(
  (inLanes: Lanes, outLanes: Lanes, wide: number, filters: number) => ({
    name: 'sumFilterGradients',
    inputs: Object.fromEntries(
      Array.from({ length: filters }, (_, f) =>
        Array.from({ length: inLanes * wide }, (_, t) => [`parts${f}_${t}`, outLanes]),
      ).flat(),
    ),
    targets: filters,
    uniforms: { parts: 'int', blocks: 'int', outGroups: 'int' },
    source: `
void main() {
  int k = targetIndex();
  int row = k / outGroups;
  int group = k - row * outGroups;
  int from = row % ${inLanes} * ${wide} + group % ${wide};
  int block = row / ${inLanes} * (outGroups / ${wide}) + group / ${wide};
  ${lines(filters, (f) => `vec4 sum${f} = vec4(0.0);`)}
  ${lines(
    inLanes * wide,
    (t) => `if (from == ${t}) for (int part = 0; part < parts; part++) {
    ${lines(filters, (f) => `sum${f} += parts${f}_${t}(block + part * blocks);`)}
  }`,
  )}
  ${lines(filters, (f) => `target${f} = sum${f};`)}
}`,
  }),
);

function value(inLanes: Lanes, lane: number): string {
  return inLanes === 4 ? `values[${lane}]` : 'values';
}
