import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import type { CopySettings } from './settings.ts';

export const steps = 150;
export const pictureSize = 16;

/** What a run has found so far. */
export interface CopyRun {
  settings: CopySettings;
  greyError: number | null;
  /** The first is step 1's. */
  errors: Record<NetworkKind, number[]>;
  target: ArrayLike<number>[];
  copies: Record<NetworkKind, ArrayLike<number>[]>;
}

export function experiment(settings: CopySettings): Experiment<'copy'> {
  return { name: 'copy', ...settings, steps, pictures: 32, pictureSize, learningRate: 0.1 };
}

export function initial(settings: CopySettings): CopyRun {
  const none = { plain: [], residual: [] };
  return { settings, greyError: null, errors: none, target: [], copies: none };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: CopyRun, finding: Finding<'copy'>): CopyRun {
  switch (finding.type) {
    case 'target':
      return { ...run, target: finding.pictures, greyError: finding.greyError };
    case 'error': {
      const { plain, residual } = run.errors;
      const errors = {
        plain: [...plain, finding.errors.plain],
        residual: [...residual, finding.errors.residual],
      };
      return { ...run, errors };
    }
    case 'copies':
      return { ...run, copies: finding.copies };
  }
}

/** A recorded run as it was after a share of its steps: its errors; the copies are those of its end. */
export function upTo(run: CopyRun, share: number): CopyRun {
  const last = Math.round(share * stepOf(run));
  const { plain, residual } = run.errors;
  const errors = { plain: plain.slice(0, last), residual: residual.slice(0, last) };
  return { ...run, errors, copies: { plain: [], residual: [] } };
}

export function stepOf({ errors }: CopyRun): number {
  return errors.plain.length;
}

/** Both stacks' errors so far, with that of answering every pixel with one colour; null before there are any. */
export function lastErrors({ errors, greyError }: CopyRun) {
  const [plain, residual] = [errors.plain.at(-1), errors.residual.at(-1)];
  if (plain === undefined || residual === undefined || greyError === null) return null;
  return { plain, residual, grey: greyError };
}
