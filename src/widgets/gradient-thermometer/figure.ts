import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { progress, table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { experiment, initial, reduce, upTo } from './run.ts';
import { settings } from './settings.ts';

/** Measures how strong the gradient is that reaches each block of a plain and a residual network. */
export default defineLiveFigure({
  name: 'gradient-thermometer',
  title: 'How much of the gradient reaches each block?',
  runLabel: 'Measure',
  settings,
  ...{ experiment, initial, reduce, upTo, progress, takeaway, table, prediction, Picture },
  saves: 'drawing',
  notes: {
    shows:
      'The size of the gradient that reaches each block of a plain and of a residual network, before and after training, compared with what it was at the last block.',
    demonstrate:
      'Read the recording from right to left. Then take batch norm out, let the class predict, and measure.',
    takes: 'Opens on a recording; trains live, in about 10 seconds.',
    state: { query: 'batchNorm=false', says: 'batch norm switched off' },
  },
  examples: () => import('./examples.ts'),
});
