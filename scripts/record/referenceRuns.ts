import { asInThePaper, constantRate, type RunConfig } from '../../src/contract/runConfig.ts';

/** Of the runs that the lab opens on: seeds were not chosen, these are the first three. */
const seeds = [1, 2, 3];

/** Steps whose mean a recorded number is. */
export const every = 20;

/** The lab's small size for 5,000 steps; content/runs/README.md says what else was tried. */
export const referenceRuns: RunConfig[] = seeds.map((seed) => ({
  networks: (['plain', 'residual'] as const).flatMap((kind) =>
    [20, 56].map((depth) => ({ ...asInThePaper, id: `${kind}-${depth}`, kind, depth, width: 8 })),
  ),
  recipe: {
    ...{ steps: 5000, batchSize: 64, learningRate: 0.05, schedule: constantRate },
    ...{ momentum: 0.9, weightDecay: 1e-4, seed },
  },
  data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
  evaluation: { every: 250, pictures: 1000 },
}));
