import { explainCifarDepth, isCifarDepth } from '../../contract/cifarDepth.ts';
import type { BackendName } from '../../contract/engine.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import { asInThePaper, constantRate, type RunConfig } from '../../contract/runConfig.ts';
import { findPreset, presets, type Preset } from './presets.ts';

/** All that the lab's controls say; the preset says the rest. */
export interface LabSettings {
  preset: string;
  kinds: NetworkKind[];
  depths: number[];
  steps: number;
  learningRate: number;
  seed: number;
  backend: 'auto' | BackendName;
}

export type Problems = Partial<Record<keyof LabSettings, string>>;

/** What the controls say once a preset is chosen; the others stay as they are. */
export function settingsOf({ id, depths, recipe }: Preset) {
  const { steps, learningRate } = recipe;
  return { preset: id, depths, steps, learningRate };
}

export const defaultSettings: LabSettings = {
  ...settingsOf(presets[0]),
  kinds: ['plain', 'residual'],
  seed: 1,
  backend: 'auto',
};

/** One sentence for each setting that cannot be trained with; empty when all is well. */
export function findProblems(settings: LabSettings): Problems {
  const problems: Problems = {};
  const wrong = settings.depths.find((depth) => !isCifarDepth(depth));
  if (wrong !== undefined) problems.depths = explainCifarDepth(wrong);
  else if (settings.depths.some((depth) => depth > 200)) {
    problems.depths = 'More than 200 layers do not fit into a browser; try 110 or fewer.';
  }
  if (settings.kinds.length === 0) problems.kinds = 'Choose plain, residual or both.';
  if (!Number.isInteger(settings.seed) || settings.seed < 0 || settings.seed > 2 ** 31) {
    problems.seed = 'The seed must be a whole number from 0 to 2,147,483,648.';
  }
  if (!(settings.learningRate > 0) || !Number.isFinite(settings.learningRate)) {
    problems.learningRate = 'The learning rate must be a number above 0, such as 0.05.';
  }
  if (!Number.isInteger(settings.steps) || settings.steps < 10 || settings.steps > 64_000) {
    problems.steps = 'Choose between 10 and 64,000 steps.';
  }
  return problems;
}

/** The run that the controls ask for: every network of every kind at every depth, shallow before deep. */
export function toRunConfig(settings: LabSettings): RunConfig {
  const { width, recipe, data, evaluation } = findPreset(settings.preset);
  const { kinds, steps, learningRate, seed } = settings;
  const depths = [...new Set(settings.depths)].sort((a, b) => a - b);
  return {
    networks: kinds.flatMap((kind) =>
      depths.map((depth) => ({
        ...{ id: `${kind}-${depth}`, kind, depth, width },
        ...asInThePaper,
      })),
    ),
    recipe: {
      ...{ ...recipe, steps, learningRate, momentum: 0.9, weightDecay: 1e-4, seed },
      schedule: constantRate,
    },
    data: { ...data, shift: Math.round(data.pictureSize / 8), flip: true },
    evaluation,
  };
}

/** The controls that ask for a run of this config; the nearest to it if none do. */
export function settingsOfRun({ networks, recipe, evaluation }: RunConfig): LabSettings {
  const { steps, learningRate, seed } = recipe;
  const preset = presets.find(
    ({ width, evaluation: { every } }) =>
      width === networks[0]?.width && every === evaluation.every,
  );
  const depths = [...new Set(networks.map(({ depth }) => depth))];
  return {
    ...{ preset: (preset ?? presets[0]).id, steps, learningRate, seed, backend: 'auto' },
    kinds: (['plain', 'residual'] as const).filter((kind) =>
      networks.some((network) => network.kind === kind),
    ),
    depths: depths.length === 1 ? [...depths, ...depths] : depths,
  };
}

/** Megabytes of pictures a run fetches: shards of 1,000 pictures of 3 kB, for training and held out. */
export function downloadMegabytes({ recipe, data, evaluation }: RunConfig): number {
  const shards = (pictures: number) => Math.ceil(pictures / 1000);
  const training = Math.min(data.trainPictures, recipe.steps * recipe.batchSize);
  return (shards(training) + shards(evaluation.pictures)) * 3.07;
}
