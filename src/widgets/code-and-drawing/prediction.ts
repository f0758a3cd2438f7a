import type { Prediction } from '../../figure/prediction/predictions.ts';
import type { CodeSettings } from './settings.ts';

/** Nothing is lit before the reader points, so nothing gives it away. */
export const prediction: Prediction<CodeSettings, unknown> = {
  question: 'Two lines of forward compute nothing. Which?',
  options: ['Both F.relu(out)', 'identity = x and return out', 'bn1(out) and bn2(out)'],
  settings: { language: 'python' },
  outcome: () => ({
    right: 1,
    says: 'identity = x gives the input a second name, and return out hands the result over. Each of the other lines makes a part of the drawing.',
  }),
};
