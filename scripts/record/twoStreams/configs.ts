import { asInThePaper, constantRate, type RunConfig } from '../../../src/contract/runConfig.ts';

/** Of both halves: seeds were not chosen, these are the first three. */
export const seeds = [1, 2, 3] as const;

/** The two designs of the lab at its small size, for as many steps as its preset for lectures takes in some minutes. */
export const residualConfigs: RunConfig[] = [false, true].flatMap((preActivation) =>
  seeds.map((seed) => ({
    networks: [
      {
        ...{ ...asInThePaper, preActivation, kind: 'residual', depth: 20, width: 8 },
        id: `${preActivation ? 'pre-activation' : 'residual'}-20`,
      },
    ],
    recipe: {
      ...{ steps: 1500, batchSize: 64, learningRate: 0.05, schedule: constantRate },
      ...{ momentum: 0.9, weightDecay: 1e-4, seed },
    },
    data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
    evaluation: { every: 1500, pictures: 2000 },
  })),
);
