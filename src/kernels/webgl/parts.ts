import { vector } from './glsl.ts';
import type { ProgramSpec } from './programs.ts';
import type { Lanes, Texels } from './texels.ts';

/**
 * How the pixels of feature maps [batch, height, width, channels] are split for a sum in two steps: as
 * many parts as a part has pixels, about, so that neither step is long.
 */
export function split({ shape, lanes, count }: Texels) {
  const groups = (shape.at(-1) as number) / lanes;
  const pixels = count / groups;
  const pixelsPerPart = Math.ceil(Math.sqrt(pixels));
  return { groups, pixels, pixelsPerPart, parts: Math.ceil(pixels / pixelsPerPart) };
}

/**
 * The first of the two steps, for two sums at once: one fragment a part and group of channels. target0 is
 * the sum of `value` and target1 that of `value` times `factor`: expressions of `at`, the texel of a
 * pixel, of `value`, and of `centre`, which is computed before the part's first pixel.
 */
export function partialSums(
  lanes: Lanes,
  spec: Pick<ProgramSpec, 'name' | 'inputs'>,
  { centre, value, factor }: { centre: string; value: string; factor: string },
): ProgramSpec {
  const type = vector(lanes);
  return {
    ...spec,
    targets: 2,
    uniforms: { groups: 'int', pixels: 'int', pixelsPerPart: 'int' },
    source: `
void main() {
  int k = targetIndex();
  int part = k / groups;
  int group = k - part * groups;
  int first = part * pixelsPerPart;
  int at = first * groups + group;
  ${type} centre = ${centre};
  ${type} sum = ${type}(0.0);
  ${type} products = sum;
  int end = min(pixels, first + pixelsPerPart);
  for (int pixel = first; pixel < end; pixel++) {
    ${type} value = ${value};
    sum += value;
    products += value * (${factor});
    at += groups;
  }
  target0 = vec4(sum);
  target1 = vec4(products);
}`,
  };
}
