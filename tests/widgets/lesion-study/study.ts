import type { LesionRecord } from '../../../src/contract/lesionRecord.ts';
import { allBlocks } from '../../../src/contract/surgery.ts';
import { add, begin } from '../../../src/widgets/lesion-study/lesionRun.ts';

const rising = (from: number, to: number) =>
  allBlocks.map((_, i) => from + ((to - from) * i) / (allBlocks.length - 1));

export const recording: LesionRecord = {
  recordedAt: '2026-11-24T12:00:00.000Z',
  engine: 'WebAssembly',
  network: 'A small network',
  pictures: 1000,
  whole: 0.428,
  withoutBranch: rising(0.36, 0.44),
  withoutShortcut: rising(0, 0.17),
};

/** 12 of 24 squares: the first branch is missed most. */
export const run = add(begin({ views: 24 }), [
  {
    type: 'lesions',
    views: 12,
    withoutBranch: allBlocks.map((_, i) => (i === 0 ? 6 : 12)),
    withoutShortcut: allBlocks.map(() => 0),
  },
]);
