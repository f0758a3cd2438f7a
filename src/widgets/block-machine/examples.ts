import type { Maps } from '../../contract/experiments.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { kept, pictureSize, shown, type BlockRun, type Pass } from './run.ts';
import type { BlockSettings } from './settings.ts';

/** The value `norm` in every pixel of each channel drawn. */
const maps = (norm: number): Maps => ({
  channels: Array.from({ length: shown }, () => new Float32Array(pictureSize ** 2).fill(norm)),
  norm,
});

/** A pass through a block whose input has norm 10 and whose unshrunk branch has norm 20. */
function passWith(factor: number): Pass {
  const branch = maps(20 * factor);
  const [sum, plain] = [maps(10 + 20 * factor), maps(15 * factor)];
  const outputs = { branch, sum, residual: sum, plain, change: 20 * factor };
  return { type: 'block', shrinks: 'norm', factor, ...outputs };
}

export const run: BlockRun = {
  picture: new Float32Array(pictureSize ** 2 * 3),
  x: maps(10),
  passes: [1, 0.5, 0].map(passWith),
};

/** Every state of the block machine that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<BlockSettings, BlockRun> = {
  idle: { says: 'Predict first' },
  'with a recording': { result: kept(run), recorded, says: 'F(x) has 100.0' },
  'with a recording, set otherwise': {
    ...{ result: kept(run), recorded, settings: { factor: 0.5 }, ran: { factor: 1 } },
    says: 'These results are for other settings (Factor on F: 1.00)',
  },
  'on the way': { phase: 'running', engine, result: run, says: 'Pass 3 of 42' },
  whole: { phase: 'done', engine, result: run, says: 'F(x) has 100.0' },
  'shrunk to nothing': {
    ...{ phase: 'done', engine, result: run, settings: { factor: 0 } },
    says: 'outputs x, unchanged',
  },
};
