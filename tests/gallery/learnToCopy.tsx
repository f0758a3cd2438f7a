import type { ReactElement } from 'react';
import { CopyView } from '../../src/widgets/learn-to-copy/CopyView.tsx';
import { defaultSettings } from '../../src/widgets/learn-to-copy/copyRun.ts';
import { runWith } from '../widgets/learn-to-copy/run.ts';
import { engine, idle } from './actions.ts';

const view = (state: object) => <CopyView {...idle} settings={defaultSettings} {...state} />;

/** Every state of the copying stacks that is worth seeing, and a sentence that must be in it. */
export const learnToCopy: Record<string, { element: ReactElement; says: string }> = {
  idle: { element: view({}), says: 'Predict first' },
  starting: {
    element: view({ phase: 'starting', waitingFor: 'engine' }),
    says: 'Starting the engine…',
  },
  'waiting for pictures': {
    element: view({ phase: 'starting', engine, waitingFor: 'pictures' }),
    says: 'Fetching pictures',
  },
  training: {
    element: view({ phase: 'running', engine, result: runWith(0.1, 0.01, 60) }),
    says: 'At step 60 of 150',
  },
  done: {
    element: view({ phase: 'done', engine, result: runWith(0.058, 1e-5, 150) }),
    says: 'hardly better than one flat colour',
  },
  stopped: {
    element: view({ phase: 'done', stopped: true, engine, result: runWith(0.3, 0.01, 10) }),
    says: 'Too early to tell.',
  },
  failed: {
    element: view({
      phase: 'failed',
      failure: { message: 'The training pictures are not on this site.', remedy: 'Try again.' },
    }),
    says: 'not on this site',
  },
};
