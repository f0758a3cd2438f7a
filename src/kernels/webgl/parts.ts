import type { Texels } from './texels.ts';

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
