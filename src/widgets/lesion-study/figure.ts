import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { progress, recordedLine, table, takeaway } from './describe.ts';
import { Picture, type Recorded } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { experiment, initial, reduce, type LesionRun } from './run.ts';
import { settings } from './settings.ts';

/** What the pretrained ResNet-34 answers with one block after the other damaged: recorded, and live. */
export default defineLiveFigure({
  name: 'lesion-study',
  title: 'Which blocks does the answer depend on?',
  runLabel: 'Damage each block in turn',
  settings,
  ...{ experiment, initial, reduce, progress, prediction, Picture },
  takeaway: (run: LesionRun | null, _, { recording }: Recorded) => takeaway(recording, run),
  table: (run, { recording }) => table(recording, run),
  recorded: ({ recording }) => recordedLine(recording),
  saves: 'drawing',
  notes: {
    shows: 'How many answers stay right when one block at a time loses its branch or its shortcut.',
    demonstrate:
      'The room sees what is left without each branch, and votes: is a missing shortcut worse? The recorded answer appears at once.',
    takes: 'Opens with a recorded study. Live, with 24 squares, it takes half a minute.',
  },
  examples: () => import('./examples.ts'),
});
