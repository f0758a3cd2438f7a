import type { Prediction } from '../../figure/prediction/predictions.ts';
import { countPaths, type Length } from './paths.ts';
import type { PathSettings } from './settings.ts';

const scales = [0.25, 0.5, 1, 2];

/** The figure starts with r = 0.1, where the two kinds of bars are far apart. */
export const prediction: Prediction<PathSettings, { settings: PathSettings }> = {
  question: 'For which r do the filled bars have the same shape as the outlined ones?',
  options: scales.map((scale) => `r = ${scale}`),
  settings: { blocks: 10, scale: 1 },
  outcome: ({ settings: { blocks } }) => ({
    right: scales.findIndex((scale) => countPaths(blocks, scale).every(isEven)),
    says: 'At r = 1 every path carries the same, so the gradient is where the paths are.',
  }),
};

/** Whether the paths of this length carry as much as their number would have them carry. */
function isEven({ pathShare, gradientShare }: Length): boolean {
  return Math.abs(pathShare - gradientShare) < 1e-9;
}
