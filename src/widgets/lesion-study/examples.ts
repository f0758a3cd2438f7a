import type { LesionRecord } from '../../contract/lesionRecord.ts';
import { allBlocks } from '../../contract/surgery.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine } from '../../figure/live/exampleEngine.ts';
import type { Recorded } from './Picture.tsx';
import type { LesionRun } from './run.ts';
import type { LesionSettings } from './settings.ts';

const rising = (from: number, to: number) =>
  allBlocks.map((_, i) => from + ((to - from) * i) / (allBlocks.length - 1));

export const recording: LesionRecord = {
  recordedAt: '2026-11-24T12:00:00.000Z',
  engine: 'WebAssembly',
  network: 'A small network',
  pictures: 1000,
  whole: 0.662,
  withoutBranch: rising(0.24, 0.66),
  withoutShortcut: rising(0, 0.6),
};

/** 12 of 24 squares: the first branch is missed most. */
export const run: LesionRun = {
  settings: { views: 24 },
  found: {
    type: 'lesions',
    views: 12,
    withoutBranch: allBlocks.map((_, i) => (i === 0 ? 6 : 12)),
    withoutShortcut: allBlocks.map(() => 0),
  },
};

/** Every state of the lesion study that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<LesionSettings, LesionRun, Recorded> = {
  idle: { recording, says: 'And if one shortcut is cut instead?' },
  'fetching the network': {
    ...{ recording, phase: 'starting', waitingFor: 'network', engine },
    says: 'Downloading the network',
  },
  'on the way': {
    ...{ recording, phase: 'running', engine, result: run },
    says: 'Square 12 of 24',
  },
  done: {
    ...{ recording, phase: 'done', engine, result: run },
    says: 'Here its first guess stayed for',
  },
};
