import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { TimelineSettings } from './settings.ts';

/** Every state of the timeline that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<TimelineSettings> = {
  'against depth': { says: 'layers (log scale)' },
  'against time, VGG chosen': {
    settings: { against: 'year', entry: 'vgg' },
    says: 'On the test set of ILSVRC-2014',
  },
};
