import {
  begin,
  defaultSettings,
  type CopyRun,
} from '../../../src/widgets/learn-to-copy/copyRun.ts';

/** A run whose errors have stood at `plain` and `residual` for `steps` steps; one flat colour gives 0.06. */
export function runWith(plain: number, residual: number, steps: number): CopyRun {
  return {
    ...begin(defaultSettings),
    greyError: 0.06,
    errors: { plain: Array(steps).fill(plain), residual: Array(steps).fill(residual) },
  };
}
