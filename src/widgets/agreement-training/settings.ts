import { chapterTraining } from '../../contract/sycophancy.ts';
import { choice, slider, type ValuesOf } from '../../figure/settings/settings.tsx';
import { percent } from '../../lib/format.ts';

/** As in `SycophancyTraining`. */
export const settings = {
  share: slider({
    label: 'Data agree with friends',
    ...{ min: 0, max: 1, step: 0.05, start: chapterTraining.share, format: percent },
  }),
  seed: slider({ label: 'Seed', min: 1, max: 10, start: chapterTraining.seed, isMinor: true }),
  learningRate: choice<number>({
    label: 'Learning rate',
    options: [
      [0.001, '0.001'],
      [0.003, '0.003'],
      [0.01, '0.01'],
      [0.03, '0.03'],
      [0.1, '0.1'],
      [1, '1'],
      [10, '10'],
    ],
    start: chapterTraining.learningRate,
    isMinor: true,
  }),
  steps: choice<number>({
    label: 'Training steps',
    options: [
      [300, '300'],
      [500, '500'],
      [1000, '1,000'],
    ],
    start: chapterTraining.steps,
    isMinor: true,
  }),
};

export type TrainingSettings = ValuesOf<typeof settings>;
