import type { GpuRung } from '../ladder/rungs.ts';

/**
 * What came of a rung's short test: milliseconds for the work, or why there are none. `late`: it was not done within
 * the time there is; `wrong`: it computed other numbers; `refused`: it could not do the work.
 */
export type Outcome = number | 'late' | 'wrong' | 'refused';

/** Of the rungs that were measured. */
export type Measured = Partial<Record<GpuRung | 'wasm', Outcome>>;

/** Milliseconds; infinitely many where there are none. */
export function msOf(outcome: Outcome | undefined): number {
  return typeof outcome === 'number' ? outcome : Infinity;
}
