import { defineFigure } from '../../figure/defineFigure.tsx';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { settings } from './settings.ts';

/** A block's code beside its drawing: a line lights up what it makes, a part lights up its lines. */
export default defineFigure({
  name: 'code-and-drawing',
  title: 'Which line makes which part of the block?',
  settings,
  Picture,
  prediction,
  saves: 'drawing',
  notes: {
    shows:
      'The residual block as code and as a drawing: each line lights up the part that it makes.',
    demonstrate: 'Point at a line of PyTorch, and the part of the drawing that it makes lights up.',
    takes: 'Responds at once.',
  },
  examples: () => import('./examples.ts'),
});
