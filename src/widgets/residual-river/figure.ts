import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { readersNetwork } from '../../runtime/agreementStores.ts';
import { takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { asks, experiment, initial, reduce, tell } from './run.ts';
import { settings } from './settings.tsx';
import { table } from './table.ts';

/** The residual stream of the small transformer, read while it answers a prompt of the reader's. */
export default defineLiveFigure({
  name: 'residual-river',
  title: 'Where in the stream does the answer turn?',
  runLabel: 'Read',
  settings,
  ...{ experiment, asks, tell, initial, reduce, takeaway, table, Picture },
  progress: () => 'reading',
  saves: 'drawing',
  runsOnChange: true,
  follows: { made: readersNetwork, settings: { network: 'reader' } },
  notes: {
    shows:
      'The residual stream of a small transformer as a river: what each sublayer adds to it, and where its answer turns.',
    demonstrate:
      'Switch the speaker from friend to teacher: the same sum, the same opinion, and the river bends the other way.',
    takes: 'Opens on a recording; reads a prompt of yours live, in a moment.',
    state: {
      query: 'prompt=8+plus+8+%3F+i+think+it+is+2+.+teacher+%3A+answer',
      says: 'a teacher asks',
    },
  },
  examples: () => import('./examples.ts'),
});
