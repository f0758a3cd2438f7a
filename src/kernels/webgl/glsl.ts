import type { Lanes } from './texels.ts';

// Pieces of source that programs share.

/** The type of a texel of so many lanes, and of what is computed of it. */
export function vector(lanes: Lanes): string {
  return lanes === 4 ? 'vec4' : 'float';
}

/** `count` lines of a source, from their numbers. */
export function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('\n');
}

/**
 * Finds the target's place in feature maps whose sizes are uniforms of these names: texel `k` is the
 * channels `group` of the pixel at (`row`, `column`) of picture `n`.
 */
export function locateTarget(height: string, width: string, groups: string): string {
  return `int k = targetIndex();
  int pixel = k / ${groups};
  int group = k - pixel * ${groups};
  int line = pixel / ${width};
  int column = pixel - line * ${width};
  int n = line / ${height};
  int row = line - n * ${height};`;
}

/**
 * max(0, `value`), a vec4, which leaves what is not a number as it is, to be noticed. Drivers make max() of most ways
 * to say that, and of a max() with NaN what they like; so negative numbers are told by their bits, up to −∞.
 */
export function rectified(value: string): string {
  return `mix(${value}, vec4(0.0), lessThan(floatBitsToUint(${value}) - 0x80000001u, uvec4(0x7f800000u)))`;
}
