import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { PathSettings } from './settings.ts';

/** Every state of the paths that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<PathSettings> = {
  'the lesson’s table': { says: 'There are 1,024 paths' },
  '110 layers': { settings: { blocks: 54, scale: 0.25 }, says: 'Veit et al.: most of it here' },
  'all paths alike': { settings: { scale: 1 }, says: 'most numerous paths, through 5' },
  'one block': { settings: { blocks: 1, scale: 2 }, says: 'There are 2 paths' },
};
