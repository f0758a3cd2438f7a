import { asInThePaper, constantRate, type RunConfig } from '../../src/contract/runConfig.ts';

/** Steps whose mean a recorded number is. */
export const every = 10;

const healthy: RunConfig = {
  networks: [{ ...asInThePaper, id: 'healthy', kind: 'residual', depth: 20, width: 8 }],
  recipe: {
    ...{ steps: 600, batchSize: 64, learningRate: 0.05, schedule: constantRate },
    ...{ momentum: 0.9, weightDecay: 1e-4, seed: 1 },
  },
  data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
  evaluation: { every: 50, pictures: 1000 },
};

/** A run that differs from the healthy one in what is given, and in nothing else. */
const faulty = (id: string, { network = {}, recipe = {}, data = {} }: Changes): RunConfig => ({
  networks: healthy.networks.map((one) => ({ ...one, ...network, id })),
  recipe: { ...healthy.recipe, ...recipe },
  data: { ...healthy.data, ...data },
  evaluation: healthy.evaluation,
});

interface Changes {
  network?: Partial<RunConfig['networks'][number]>;
  recipe?: Partial<RunConfig['recipe']>;
  data?: Partial<RunConfig['data']>;
}

/** Of the exercise that has runs diagnosed: each network's id is its fault. */
export const faultyRuns: RunConfig[] = [
  healthy,
  faulty('rate-too-high', { recipe: { learningRate: 5 } }),
  faulty('rate-too-low', { recipe: { learningRate: 0.0001 } }),
  faulty('no-batch-norm', { network: { kind: 'plain', batchNorm: false } }),
  faulty('decay-too-high', { recipe: { weightDecay: 0.1 } }),
  faulty('few-pictures', { data: { trainPictures: 1000, shift: 0, flip: false } }),
];
