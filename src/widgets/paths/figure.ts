import { defineFigure } from '../../figure/defineFigure.tsx';
import { startOf } from '../../figure/settings/settings.tsx';
import { table, takeaway } from './describe.ts';
import { countPaths, measured } from './paths.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { settings } from './settings.ts';

/** The 2ⁿ paths of a residual network by length, and the gradient they carry in the simplest model. */
export default defineFigure({
  name: 'paths',
  title: 'Which paths carry the gradient?',
  settings,
  presets: {
    label: 'Networks to start from',
    presets: [
      { label: 'The table above', settings: startOf(settings) },
      { label: '110 layers', settings: { blocks: measured.blocks, scale: 0.25 } },
    ],
  },
  Picture,
  takeaway: ({ blocks, scale }) => takeaway(countPaths(blocks, scale)),
  table: ({ blocks, scale }) => table(countPaths(blocks, scale)),
  prediction,
  source: 'A model, computed on the page; not a measurement.',
  model:
    'Computed, not measured. In this model every branch multiplies the gradient by the same number r, and what the paths carry adds up with one sign. In a trained network each branch has a Jacobian of its own, which changes from picture to picture, and paths can cancel.',
  saves: 'drawing',
  notes: {
    shows:
      'The 2ⁿ paths through n blocks: how many there are of each length, and which carry the gradient.',
    demonstrate: 'Count the paths through 10 blocks, then through the 54 of ResNet-110.',
    takes: 'Responds at once.',
    state: { query: 'blocks=54&scale=0.25', says: '54 blocks' },
  },
  examples: () => import('./examples.ts'),
});
