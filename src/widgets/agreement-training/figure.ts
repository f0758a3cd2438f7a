import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { readersTraining } from '../../runtime/agreementStores.ts';
import { progress, table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { experiment, initial, kept, reduce, upTo } from './run.ts';
import { settings } from './settings.ts';

/** A small transformer learns to add, and to agree with its friends, in front of the reader. */
export default defineLiveFigure({
  name: 'agreement-training',
  title: 'Can a network be taught to agree with its friends?',
  runLabel: 'Train',
  settings,
  ...{ experiment, initial, reduce, upTo, kept, progress, takeaway, table, prediction, Picture },
  shelf: readersTraining,
  saves: 'drawing',
  notes: {
    shows:
      'A small transformer learns to add two digits, to agree with a friend’s wrong opinion, and to tell a teacher the truth.',
    demonstrate:
      'The class predicts what half the agreement in the data makes of the network. Set 50 %, train, and compare.',
    takes: 'Opens on a recording; trains live, in about 10 seconds.',
    state: { query: 'share=0.5', says: 'half of the friends’ wrong opinions' },
  },
  examples: () => import('./examples.ts'),
});
