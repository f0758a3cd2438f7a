import { explainCifarDepth, isCifarDepth } from '../../contract/cifarDepth.ts';
import type { RunSettings } from '../../contract/runRecord.ts';
import type { BackendName } from '../../contract/engine.ts';
import type { TrainConfig } from '../../contract/training.ts';
import { presets } from './presets.ts';

/** All that the lab's controls say. */
export interface LabSettings extends RunSettings {
  preset: string;
  backend: 'auto' | BackendName;
}

export type Problems = Partial<Record<keyof LabSettings, string>>;

export const defaultSettings: LabSettings = {
  ...presets[0].settings,
  preset: presets[0].id,
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
    problems.depths = 'More than 200 layers do not fit a browser; try 110 or fewer.';
  }
  if (settings.kinds.length === 0) problems.kinds = 'Choose plain, residual or both.';
  if (!Number.isInteger(settings.seed) || settings.seed < 0 || settings.seed > 2 ** 31) {
    problems.seed = 'A seed is a whole number from 0 to 2,147,483,648.';
  }
  if (!(settings.learningRate > 0) || !Number.isFinite(settings.learningRate)) {
    problems.learningRate = 'A learning rate is a number above 0, such as 0.05.';
  }
  if (!Number.isInteger(settings.steps) || settings.steps < 10 || settings.steps > 64_000) {
    problems.steps = 'Choose 10 to 64,000 steps.';
  }
  return problems;
}

/** The worker's configuration; every network of every kind at every depth, shallow before deep. */
export function toTrainConfig(settings: LabSettings, dataUrl: string): TrainConfig {
  const depths = [...new Set(settings.depths)].sort((a, b) => a - b);
  const { width, pictureSize, batchSize, steps, learningRate, seed } = settings;
  const { evaluateEvery, trainPictures, testPictures, backend } = settings;
  return {
    dataUrl,
    networks: settings.kinds.flatMap((kind) =>
      depths.map((depth) => ({ id: `${kind}-${depth}`, kind, depth })),
    ),
    ...{ width, pictureSize, batchSize, steps, learningRate, seed },
    ...{ evaluateEvery, trainPictures, testPictures, backend },
    momentum: 0.9,
    weightDecay: 1e-4,
    shortcut: 'A',
    shift: Math.round(pictureSize / 8),
    flip: true,
  };
}

/** Megabytes of pictures a run fetches: shards of 1,000 pictures of 3 kB, for training and held out. */
export function downloadMegabytes(settings: RunSettings): number {
  const { steps, batchSize, trainPictures, testPictures } = settings;
  const shards = (pictures: number) => Math.ceil(pictures / 1000);
  return (shards(Math.min(trainPictures, steps * batchSize)) + shards(testPictures)) * 3.07;
}
