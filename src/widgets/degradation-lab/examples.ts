import type { NetworkRecord } from '../../contract/runRecord.ts';
import { runWith } from './exampleRun.ts';
import { untouched } from './run/labStore.ts';
import type { LiveRun } from './run/liveRun.ts';
import { defaultSettings } from './setup/defaults.ts';
import type { LabStill } from './still.tsx';
import { trainedExamples } from './trained/examples.ts';

const errors = { 'plain-20': 0.68, 'plain-56': 0.87, 'residual-20': 0.56, 'residual-56': 0.62 };
const record = runWith(errors, 150);
record.config.recipe.steps = 300;
const whole = runWith(errors, 300);
const seeds = [1, 2, 3].map((seed) => {
  const run = runWith(
    {
      'plain-20': 0.44 + seed / 100,
      'plain-56': 0.74 + seed / 100,
      'residual-20': 0.36,
      'residual-56': 0.35,
    },
    1000,
  );
  run.config.recipe.seed = seed;
  return run;
});
const diverged = runWith(errors, 150);
diverged.networks[1] = { ...(diverged.networks[1] as NetworkRecord), divergedAt: 90 };

const idle = {
  ...untouched,
  recording: undefined,
};
const live = (run: Partial<LiveRun>) => ({
  ...idle,
  live: { record, phase: 'training' as const, ...run },
});

/** Every state of the lab that is worth seeing, and words that must be in it. */
export const examples: Record<string, LabStill & { says: string }> = {
  ...trainedExamples,
  'without a recording': { ...idle, says: 'Press Train to start a run.' },
  recorded: { ...idle, recording: [whole], says: 'Their names appear when you have predicted.' },
  'recorded, three seeds': {
    ...{ ...idle, recording: seeds },
    says: 'This is the degradation.',
  },
  'recorded, with another seed set': {
    ...{ ...idle, recording: [whole], settings: { ...defaultSettings, seed: 2 } },
    says: 'from a run with other settings (seed 1). Press Train for yours.',
  },
  kept: { ...idle, kept: { id: 'kept', record: whole }, says: 'Your last run' },
  'kept, several seeds': {
    ...{ ...idle, kept: { id: 'kept', record: whole, finished: seeds.slice(1) } },
    says: '3 seeds',
  },
  'kept, but left half-way': {
    ...idle,
    kept: { id: 'kept', record },
    says: '150 of 300 steps (the run ended early)',
  },
  'starting the engine, with a recording': {
    ...live({ phase: 'starting', record: runWith(errors, 0), waiting: { for: 'engine' } }),
    recording: [whole],
    says: 'The recorded run, until the new one has made its first step.',
  },
  'starting the engine': {
    ...live({ phase: 'starting', record: runWith(errors, 0), waiting: { for: 'engine' } }),
    says: 'Starting the engine…',
  },
  'compiling programs': {
    ...live({
      phase: 'starting',
      record: runWith(errors, 0),
      waiting: { for: 'compiling', network: 2, of: 4 },
    }),
    says: 'Compiling the networks’ programs: 2 of 4…',
  },
  'training the second seed': {
    ...{ ...live({}), finished: [whole] },
    says: 'pale: the seeds before',
  },
  'runs from files': {
    ...{ ...idle, files: seeds.map((run, index) => ({ from: `${index}.json`, record: run })) },
    says: 'From files, 3 seeds',
  },
  'storage switched off': {
    ...{ ...live({}), unkept: 'forbidden' },
    says: 'so this run will be lost when you leave it. Download the run to keep it.',
  },
  'after a lost device': {
    ...live({
      notice:
        'The browser lost its connection to the GPU at step 130; training continues from step 101.',
    }),
    says: 'training continues from step 101',
  },
  'waiting for pictures': {
    ...live({ waiting: { for: 'data', receivedBytes: 1e6, totalBytes: 3.07e6 } }),
    says: 'Downloading pictures: 1.0 of 3.1 MB…',
  },
  training: { ...live({}), says: 'Step 150 of 300' },
  paused: { ...live({ phase: 'paused' }), says: 'Paused after step 150.' },
  done: {
    ...live({ phase: 'done', record: runWith(errors, 1000) }),
    says: 'This is the degradation.',
  },
  diverged: {
    ...live({ record: diverged }),
    says: 'plain-56 diverged at step 90',
  },
  failed: {
    ...live({
      phase: 'failed',
      failure: { message: 'The pictures in train-07.bin are missing.', remedy: 'Try again later.' },
    }),
    says: 'The results so far are kept above.',
  },
  'failed before its first step': {
    ...live({
      ...{ phase: 'failed', record: runWith(errors, 0) },
      failure: { message: 'The pictures in train-07.bin are missing.', remedy: 'Try again later.' },
    }),
    recording: [whole],
    says: 'These are too few steps to call it the degradation.',
  },
  'a depth that does not exist': {
    ...idle,
    settings: { ...defaultSettings, depths: [20, 57] },
    says: '57 is not a valid depth',
  },
};
