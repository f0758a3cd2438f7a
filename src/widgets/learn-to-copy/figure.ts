import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { experiment, initial, reduce, stepOf, steps } from './run.ts';
import { settings } from './settings.ts';

/** A plain and a residual stack of blocks learn, in front of the reader, to output their input. */
export default defineLiveFigure({
  name: 'learn-to-copy',
  title: 'Can a stack of layers learn to copy its input?',
  runLabel: 'Train',
  settings,
  ...{ experiment, initial, reduce, takeaway, table, Picture },
  progress: (run) => `step ${stepOf(run)} of ${steps}`,
  saves: 'drawing',
  examples: () => import('./examples.ts'),
});
