import type { Pair } from './convolve.program.ts';
import { programs } from './program.ts';
import type { Lanes } from './texels.ts';

/**
 * dFilter[fy, fx, i, o] = Σ x[n, oy · stride + fy − top, ox · stride + fx − left, i] · dy[n, oy, ox, o],
 * summed in `parts` of the output's rows: a fragment is one part of one tap for `inLanes` inputs times
 * `outLanes` outputs, and each input lane has a target of its own.
 */
export const convolveFilterGradient = programs(
  (
    inLanes: Lanes,
    outLanes: Lanes,
    [tapRows, tapColumns]: Pair,
    [rowStride, columnStride]: Pair,
  ) => ({
    name: 'convolveFilterGradient',
    inputs: { x: inLanes, dy: outLanes },
    targets: inLanes,
    uniforms: {
      ...{ height: 'int', width: 'int', inGroups: 'int' },
      ...{ outHeight: 'int', outWidth: 'int', outGroups: 'int', top: 'int', left: 'int' },
      ...{ lines: 'int', linesPerPart: 'int' },
    },
    source: `
void main() {
  int k = targetIndex();
  int blocks = ${tapRows * tapColumns} * inGroups * outGroups;
  int part = k / blocks;
  int block = k - part * blocks;
  int pair = block / outGroups;
  int outGroup = block - pair * outGroups;
  int tap = pair / inGroups;
  int inGroup = pair - tap * inGroups;
  int shiftY = tap / ${tapColumns} - top;
  int shiftX = tap % ${tapColumns} - left;
  int firstX = max(0, (${columnStride - 1} - shiftX) / ${columnStride});
  int endX = min(outWidth, (width - 1 - shiftX + ${columnStride}) / ${columnStride});
  ${lanesOf(inLanes)
    .map((lane) => `vec4 sum${lane} = vec4(0.0);`)
    .join('\n  ')}
  int end = min(lines, (part + 1) * linesPerPart);
  for (int line = part * linesPerPart; line < end; line++) {
    int n = line / outHeight;
    int y = (line - n * outHeight) * ${rowStride} + shiftY;
    if (y < 0 || y >= height) continue;
    int to = (line * outWidth + firstX) * outGroups + outGroup;
    int from = ((n * height + y) * width + firstX * ${columnStride} + shiftX) * inGroups + inGroup;
    for (int ox = firstX; ox < endX; ox++) {
      ${inLanes === 4 ? 'vec4' : 'float'} values = x(from);
      ${outLanes === 4 ? 'vec4' : 'float'} slopes = dy(to);
      ${lanesOf(inLanes)
        .map((lane) => `sum${lane} += values${inLanes === 4 ? `[${lane}]` : ''} * slopes;`)
        .join('\n      ')}
      to += outGroups;
      from += ${columnStride} * inGroups;
    }
  }
  ${lanesOf(inLanes)
    .map((lane) => `target${lane} = sum${lane};`)
    .join('\n  ')}
}`,
  }),
);

/** Adds up the parts and puts the input lanes side by side: the filter's gradient in the filter's order. */
export const sumFilterGradient = programs((inLanes: Lanes, outLanes: Lanes) => ({
  name: 'sumFilterGradient',
  inputs: Object.fromEntries(lanesOf(inLanes).map((lane) => [`parts${lane}`, outLanes])),
  targets: 1,
  uniforms: { parts: 'int', blocks: 'int', outGroups: 'int' },
  source: `
void main() {
  int k = targetIndex();
  int row = k / outGroups;
  int lane = row % ${inLanes};
  int block = row / ${inLanes} * outGroups + k % outGroups;
  vec4 sum = vec4(0.0);
  for (int part = 0; part < parts; part++) {
    ${lanesOf(inLanes)
      .map((lane) => `if (lane == ${lane}) sum += parts${lane}(block);`)
      .join('\n    ')}
    block += blocks;
  }
  target0 = sum;
}`,
}));

function lanesOf(lanes: Lanes): number[] {
  return Array.from({ length: lanes }, (_, lane) => lane);
}
