import { defineFigure } from '../../figure/defineFigure.tsx';
import { findBlockProblem } from './block.ts';
import { table } from './describe.ts';
import { sendThrough } from './flow.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { settings } from './settings.ts';

/** A residual block whose layers the reader sets; shapes flow through it until they no longer fit. */
export default defineFigure({
  name: 'shape-workshop',
  title: 'Where do the shapes stop matching?',
  settings,
  Picture,
  prediction,
  table: (block) => (findBlockProblem(block) ? null : table(block, sendThrough(block))),
  source: 'Computed on this page by PyTorch’s rules.',
  saves: 'drawing',
  notes: {
    shows:
      'Set every number of a block and see the shapes that come out, or PyTorch’s message where they do not match.',
    demonstrate:
      'It opens with a block whose shapes do not match, and with PyTorch’s own message. Let the room mend it.',
    takes: 'Responds at once.',
  },
  examples: () => import('./examples.ts'),
});
