import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { StripSettings } from './settings.ts';

/** Every state of the strip that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<StripSettings> = {
  'the first projection': { says: '230,144 parameters' },
  'the stem': { settings: { part: 'stem' }, says: '9,536 parameters' },
  'an identity block': { settings: { part: '3.2' }, says: '4,720,640 parameters' },
  'the head': { settings: { part: 'head' }, says: '513,000 parameters' },
};
