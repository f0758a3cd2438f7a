import { defineFigure } from '../../figure/defineFigure.tsx';
import { Picture } from './Picture.tsx';

/** Test error of plain networks at two depths: as often told, as the paper shows, as this chapter measured. */
export default defineFigure({
  name: 'degradation-evidence',
  title: 'How much worse is the deeper plain network?',
  settings: {},
  Picture,
  examples: () => import('./examples.ts'),
});
