import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { Recorded } from './Picture.tsx';

/** Every state of the evidence that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<object, Recorded> = {
  'without a recording': { says: 'No one measured this pair.' },
};
