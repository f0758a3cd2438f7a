import { createRng } from '../../../lib/rng.ts';
import { evaluate } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { areSamePolynomials } from './polynomial.ts';

/** How many places are looked at, and how many of them must have a value. */
const [samples, leastSamples] = [24, 8];
const tolerance = 1e-9;

/**
 * Whether two formulas are equal: as fractions of polynomials exactly, and as anything else at seeded places.
 * @param names the symbols of both
 */
export function areEqual(one: Formula, other: Formula, names: readonly string[]): boolean {
  return areSamePolynomials(one, other) ?? areEqualAtPlaces(one, other, names);
}

function areEqualAtPlaces(one: Formula, other: Formula, names: readonly string[]): boolean {
  const rng = createRng(1, 'formulas');
  let compared = 0;
  for (let i = 0; i < samples; i++) {
    const values = Object.fromEntries(names.map((name) => [name, 2.5 * rng.next() - 0.8]));
    const [left, right] = [evaluate(one, values), evaluate(other, values)];
    if (Number.isFinite(left) !== Number.isFinite(right)) return false;
    if (!Number.isFinite(left)) continue;
    const size = Math.max(1, Math.abs(left), Math.abs(right));
    if (Math.abs(left - right) > tolerance * size) return false;
    compared++;
  }
  return compared >= leastSamples;
}
