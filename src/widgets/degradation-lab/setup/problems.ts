import { explainCifarDepth, isCifarDepth } from '../../../contract/cifarDepth.ts';
import type { LabSettings } from './settings.ts';

export type Problems = Partial<Record<keyof LabSettings, string>>;

/** One sentence for each setting that cannot be trained with; empty when all is well. */
export function findProblems(settings: LabSettings): Problems {
  const problems: Problems = {};
  const wrong = settings.depths.find((depth) => !isCifarDepth(depth));
  if (wrong !== undefined) problems.depths = explainCifarDepth(wrong);
  else if (settings.depths.some((depth) => depth > 200)) {
    problems.depths = 'More than 200 layers do not fit into a browser; try 110 or fewer.';
  }
  if (settings.kinds.length === 0) problems.kinds = 'Choose plain, residual or both.';
  if (!isWhole(settings.seed, 0, 2 ** 31)) {
    problems.seed = 'The seed must be a whole number from 0 to 2,147,483,648.';
  }
  if (!isWhole(settings.seeds, 1, 10)) problems.seeds = 'Choose from 1 to 10 seeds.';
  if (!(settings.learningRate > 0) || !Number.isFinite(settings.learningRate)) {
    problems.learningRate = 'The learning rate must be a number above 0, such as 0.05.';
  }
  if (!isWhole(settings.steps, 10, 64_000)) problems.steps = 'Choose between 10 and 64,000 steps.';
  if (!isWhole(settings.warmUp, 0, settings.steps || 0)) {
    problems.warmUp = 'The warm-up must be a whole number of steps, no more than the run has.';
  }
  if (!(settings.weightDecay >= 0 && settings.weightDecay < 1)) {
    problems.weightDecay = 'Weight decay must be a number from 0 to below 1, such as 0.0001.';
  }
  if (!isWhole(settings.width, 1, 64)) problems.width = 'Choose from 1 to 64 channels.';
  if (!isWhole(settings.pictureSize, 8, 32)) {
    problems.pictureSize = 'Pictures can have 8 to 32 pixels a side; CIFAR-10’s have 32.';
  }
  if (!isWhole(settings.batchSize, 2, 512))
    problems.batchSize = 'Choose from 2 to 512 pictures a batch.';
  if (!isWhole(settings.trainPictures, 1000, 50_000)) {
    problems.trainPictures = 'Choose from 1,000 to 50,000 training pictures.';
  }
  const lastScale = explainLastScale(settings);
  return lastScale === undefined ? problems : { ...problems, lastScale };
}

function explainLastScale({ lastScale, batchNorm, residual, kinds }: LabSettings) {
  if (!(lastScale >= 0 && lastScale <= 2)) return 'The last scale can be from 0 to 2.';
  if (lastScale === 1 || !kinds.includes('residual')) return undefined;
  if (!batchNorm)
    return 'The last scale is that of a batch norm: switch batch norm on, or set it to 1.';
  return residual === 'pre-activation'
    ? 'A block with pre-activation has no batch norm at its end: set the last scale to 1.'
    : undefined;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
