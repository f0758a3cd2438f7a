import { expect } from 'vitest';

/** What the project promises, as relative errors (see `relativeError`). */
export const tolerance = { forward: 1e-4, gradient: 1e-3 };

/**
 * The largest difference between two tensors over the largest entry of the expected one: entries
 * near zero, whose own relative error means nothing in float32, are held to the scale of their tensor.
 * NaN, and Infinity for another length, so that neither passes.
 * @param scale stands in for the largest entry where that is smaller: by default a tensor of zeros is
 *   compared with zero itself; what all but cancels may be held to the scale of what it is made of
 */
export function relativeError(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  scale = 1e-6,
): number {
  if (actual.length !== expected.length) return Infinity;
  let difference = 0;
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!);
    difference = error > difference || Number.isNaN(error) ? error : difference;
    if (Number.isNaN(difference)) return NaN;
    scale = Math.max(scale, Math.abs(expected[i]!));
  }
  return difference / scale;
}

export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  kind: keyof typeof tolerance,
  what: string,
): void {
  const error = relativeError(actual, expected);
  expect(error, `${what}: relative error`).toBeLessThanOrEqual(tolerance[kind]);
}
