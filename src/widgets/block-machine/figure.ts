import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { experiment, initial, passCount, reduce } from './run.ts';
import { settings } from './settings.ts';

/** A picture runs through a real block, part by part, while the reader shrinks its branch. */
export default defineLiveFigure({
  name: 'block-machine',
  title: 'What is left when the branch learns nothing?',
  runLabel: 'Run',
  settings,
  ...{ experiment, initial, reduce, takeaway, table, Picture },
  progress: ({ passes }) => `pass ${passes.length} of ${passCount}`,
  saves: 'pixels',
  examples: () => import('./examples.ts'),
});
