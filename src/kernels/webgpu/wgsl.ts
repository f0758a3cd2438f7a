import type { Element } from './programs.ts';

// Pieces of source that programs share.

/** `count` lines of a source, from their numbers. */
export function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('\n');
}

/** Four arguments, from their numbers: a vector's lanes or a matrix's columns. */
export function four(write: (index: number) => string): string {
  return [0, 1, 2, 3].map(write).join(', ');
}

/** Names for an element's type, `T`, and for that of its bits, `Bits`. */
export function elementTypes(element: Element): string {
  return element === 'vec4f'
    ? 'alias T = vec4f; alias Bits = vec4u;'
    : 'alias T = f32; alias Bits = u32;';
}

/** The sum of a value's lanes. */
export function sumOfLanes(element: Element, value: string): string {
  return element === 'vec4f' ? `dot(${value}, vec4f(1))` : value;
}

/**
 * `rectify(x)`: 0 for what is below 0, and x for all else. It asks the bits, since a device may compute
 * max(x, 0), and comparisons too, as if there were no NaN, and hide a fault.
 */
export const rectify = `
fn rectify(x: T) -> T {
  let belowZero = bitcast<Bits>(x) - Bits(0x80000000u) <= Bits(0x7f800000u);
  return select(x, T(0), belowZero);
}`;
