import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { progress, table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { experiment, initial, reduce } from './run.ts';
import { settings } from './settings.ts';

/** Measures how strong the gradient is that reaches each block of a plain and a residual network. */
export default defineLiveFigure({
  name: 'gradient-thermometer',
  title: 'How much of the gradient reaches each block?',
  runLabel: 'Measure',
  settings,
  ...{ experiment, initial, reduce, progress, takeaway, table, Picture },
  saves: 'drawing',
  notes: {
    shows:
      'The size of the gradient that reaches each block of a plain and of a residual network, before and after training.',
    demonstrate:
      'Measure how much of the gradient arrives at each block of a plain and of a residual network.',
    takes: 'Trains live, in 7 seconds; deeper networks take longer.',
    state: { query: 'depth=56', says: '56 layers' },
  },
  examples: () => import('./examples.ts'),
});
