import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { readersNetwork } from '../../runtime/agreementStores.ts';
import { progress, recordedLine, takeaway } from './describe.ts';
import { Picture, type Recorded } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { experiment, finished, initial, reduce, type SurveyRun } from './run.ts';
import { settings } from './settings.ts';
import { table } from './table.ts';

/** The residual stream of the lab's networks and that of the small transformer, in the same charts. */
export default defineLiveFigure({
  name: 'two-streams',
  title: 'Is a transformer’s stream like a ResNet’s?',
  runLabel: 'Measure the transformer',
  settings,
  ...{ experiment, initial, reduce, progress, prediction, Picture },
  takeaway: (run: SurveyRun | null, values, { recording }: Recorded) =>
    takeaway(run, values, recording),
  table: (run, { recording }) => table(recording, finished(run)),
  recorded: ({ recording }) => recordedLine(recording),
  saves: 'drawing',
  follows: { made: readersNetwork, settings: { network: 'reader' } },
  notes: {
    shows:
      'How a residual network’s stream and a transformer’s grow, what each block adds, and what is lost without it.',
    demonstrate:
      'Let the room predict what the stream does once nothing follows the addition. Then switch to pre-activation: the same axes, another river.',
    takes: 'Recorded; the transformer’s half is measured live in a second.',
    state: { query: 'design=pre-activation', says: 'with pre-activation' },
  },
  examples: () => import('./examples.ts'),
});
