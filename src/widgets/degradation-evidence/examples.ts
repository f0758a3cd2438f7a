import { engineVersion } from '../../contract/engine.ts';
import { asInThePaper, constantRate } from '../../contract/runConfig.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { Recorded } from './Picture.tsx';

const network = (depth: number, error: number) => ({
  config: { ...asInThePaper, id: `plain-${depth}`, kind: 'plain' as const, depth, width: 8 },
  record: {
    id: `plain-${depth}`,
    parameters: 1,
    ...{ trainErrors: [], losses: [] },
    measurements: [{ step: 300, testError: error, gradients: [], branches: [] }],
  },
});
const plain = [network(20, 0.756), network(56, 0.844)];

/** A run of which only the last test errors are looked at. */
const run: RunRecord = {
  startedAt: '2026-11-24T10:00:00.000Z',
  engine: { backend: 'wasm', device: 'WebAssembly', reason: '', version: engineVersion },
  config: {
    networks: plain.map(({ config }) => config),
    recipe: {
      ...{ steps: 300, batchSize: 64, learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 },
      ...{ schedule: constantRate, seed: 1 },
    },
    data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
    evaluation: { every: 50, pictures: 500 },
  },
  ...{ step: 300, trainingMs: 1000, every: 1 },
  networks: plain.map(({ record }) => record),
};

/** Every state of the evidence that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<object, Recorded> = {
  'without a recording': { says: 'No one measured this pair.' },
  recorded: { recording: [run], says: '8.8 points' },
};
