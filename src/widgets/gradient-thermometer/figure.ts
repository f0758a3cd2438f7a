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
  examples: () => import('./examples.ts'),
});
