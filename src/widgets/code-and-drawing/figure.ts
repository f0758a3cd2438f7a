import { defineFigure } from '../../figure/defineFigure.tsx';
import { Picture } from './Picture.tsx';
import { settings } from './settings.ts';

/** A block's code beside its drawing: a line lights up what it makes, a part lights up its lines. */
export default defineFigure({
  name: 'code-and-drawing',
  title: 'Which line makes which part of the block?',
  settings,
  Picture,
  saves: 'drawing',
  examples: () => import('./examples.ts'),
});
