import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { startOf } from '../../figure/settings/settings.tsx';
import { initial, type CopyRun } from './run.ts';
import { settings, type CopySettings } from './settings.ts';

/** A run whose errors have stayed at `plain` and `residual` for `steps` steps; one flat colour gives 0.06. */
export function runWith(plain: number, residual: number, steps: number): CopyRun {
  return {
    ...initial(startOf(settings)),
    greyError: 0.06,
    errors: { plain: Array(steps).fill(plain), residual: Array(steps).fill(residual) },
  };
}

/** Every state of the copying stacks that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<CopySettings, CopyRun> = {
  idle: { says: 'Predict first' },
  'with a recording, set otherwise': {
    ...{ result: runWith(0.01, 1e-5, 150), settings: { blocks: 8 }, ran: { blocks: 1 } },
    recorded,
    says: 'These results are for other settings (Blocks in each stack: 1)',
  },
  starting: { phase: 'starting', waitingFor: 'engine', says: 'Starting the engine…' },
  'waiting for pictures': {
    ...{ phase: 'starting', engine, waitingFor: 'pictures' },
    says: 'Downloading pictures',
  },
  training: {
    ...{ phase: 'running', engine, result: runWith(0.1, 0.01, 60) },
    says: 'Training step 60 of 150',
  },
  done: {
    ...{ phase: 'done', engine, result: runWith(0.058, 1e-5, 150) },
    says: 'hardly more than a flat colour',
  },
  stopped: {
    ...{ phase: 'done', stopped: true, engine, result: runWith(0.3, 0.01, 10) },
    says: 'Too early to tell.',
  },
  failed: {
    phase: 'failed',
    failure: { message: 'The training pictures are not on this site.', remedy: 'Try again.' },
    says: 'not on this site',
  },
};
