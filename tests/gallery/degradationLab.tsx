import type { ReactElement } from 'react';
import { LabView } from '../../src/widgets/degradation-lab/LabView.tsx';
import type { LiveRun } from '../../src/widgets/degradation-lab/liveRun.ts';
import { defaultSettings } from '../../src/widgets/degradation-lab/settings.ts';
import { runWith } from '../widgets/degradation-lab/run.ts';

const nothing = () => undefined;
const actions = {
  change: nothing,
  train: nothing,
  pause: nothing,
  resume: nothing,
  stop: nothing,
  reset: nothing,
};
const errors = { 'plain-20': 0.68, 'plain-56': 0.87, 'residual-20': 0.56, 'residual-56': 0.62 };
const record = runWith(errors, 150);
record.settings.steps = 300;
const diverged = runWith(errors, 150);
diverged.networks[1]!.divergedAt = 90;

const idle = { settings: defaultSettings, live: null, kept: null, recording: undefined, actions };
const live = (run: Partial<LiveRun>) => (
  <LabView {...idle} live={{ record, phase: 'training', ...run }} />
);

/** Every state of the degradation lab that is worth seeing, and a sentence that must be in it. */
export const degradationLab: Record<string, { element: ReactElement; says: string }> = {
  empty: { element: <LabView {...idle} />, says: 'Nothing has been measured yet.' },
  recorded: { element: <LabView {...idle} recording={record} />, says: 'with this engine' },
  kept: { element: <LabView {...idle} kept={record} />, says: 'Your last run' },
  'kept, but left half-way': {
    element: <LabView {...idle} kept={record} />,
    says: '150 of 300 steps (it was left or stopped there)',
  },
  'starting the engine': {
    element: live({ phase: 'starting', record: runWith(errors, 0), waiting: { for: 'engine' } }),
    says: 'Starting the engine…',
  },
  'compiling programs': {
    element: live({
      phase: 'starting',
      record: runWith(errors, 0),
      waiting: { for: 'compiling', network: 2, of: 4 },
    }),
    says: 'Compiling the networks’ programs: 2 of 4…',
  },
  'after a lost device': {
    element: live({
      notice: 'The graphics device was lost at step 130; training goes on from step 101.',
    }),
    says: 'training goes on from step 101',
  },
  'waiting for pictures': {
    element: live({ waiting: { for: 'data', receivedBytes: 1e6, totalBytes: 3.07e6 } }),
    says: 'Fetching pictures: 1.0 of 3.1 MB…',
  },
  training: { element: live({}), says: 'Step 150 of 300' },
  paused: { element: live({ phase: 'paused' }), says: 'Paused after step 150.' },
  done: { element: live({ phase: 'done' }), says: 'This is the degradation.' },
  diverged: {
    element: live({ record: diverged }),
    says: 'plain-56 diverged at step 90',
  },
  failed: {
    element: live({
      phase: 'failed',
      failure: { message: 'The pictures in train-07.bin are missing.', remedy: 'Try again later.' },
    }),
    says: 'What was computed is kept below.',
  },
  'a depth that does not exist': {
    element: <LabView {...idle} settings={{ ...defaultSettings, depths: [20, 57] }} />,
    says: '57 is not one of its depths',
  },
};
