import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { experiment, initial, kept, passAt, passCount, reduce } from './run.ts';
import { settings } from './settings.ts';

/** A picture runs through a real block, part by part, while the reader shrinks its branch. */
export default defineLiveFigure({
  name: 'block-machine',
  title: 'What is left when the branch learns nothing?',
  runLabel: 'Run',
  settings,
  ...{ experiment, initial, reduce, takeaway, table, prediction, Picture, kept },
  progress: ({ passes }) => `pass ${passes.length} of ${passCount}`,
  answers: (run, wanted) => passAt(run, wanted) !== undefined,
  saves: 'drawing',
  runsOnChange: true,
  notes: {
    shows:
      'Shrink the branch of a plain and of a residual block to nothing, and see what each still passes on.',
    demonstrate:
      'Let the room predict, then move the factor on the branch to zero: the residual block copies, the plain one shows nothing.',
    takes:
      'Opens on a recording; computes live, in a second, at the first change; the factor then answers at once.',
    state: { query: 'factor=0', says: 'the factor at zero' },
  },
  examples: () => import('./examples.ts'),
});
