import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { prediction } from './prediction.ts';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { experiment, initial, reduce, stepOf, steps, upTo } from './run.ts';
import { settings } from './settings.ts';

/** A plain and a residual stack of blocks learn, in front of the reader, to output their input. */
export default defineLiveFigure({
  name: 'learn-to-copy',
  title: 'Can a stack of layers learn to copy its input?',
  runLabel: 'Train',
  settings,
  ...{ experiment, initial, reduce, upTo, takeaway, table, prediction, Picture },
  progress: (run) => `training step ${stepOf(run)} of ${steps}`,
  saves: 'drawing',
  notes: {
    shows: 'A plain and a residual stack of layers learn nothing but to return their input.',
    demonstrate:
      'Two stacks are asked for nothing but a copy of their input. Train them and compare the pictures that come out.',
    takes: 'Opens on a recording; trains live, in 9 seconds.',
    state: { query: 'blocks=16', says: '16 blocks in each stack' },
  },
  examples: () => import('./examples.ts'),
});
