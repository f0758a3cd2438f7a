import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { progress, recordedLine, table, takeaway } from './describe.ts';
import { Picture, type Recorded } from './Picture.tsx';
import { experiment, initial, reduce, type LesionRun } from './run.ts';
import { settings } from './settings.ts';

/** What the pretrained ResNet-34 answers with one block after the other damaged: recorded, and live. */
export default defineLiveFigure({
  name: 'lesion-study',
  title: 'Which blocks does the answer depend on?',
  runLabel: 'Damage each block in turn',
  settings,
  ...{ experiment, initial, reduce, progress, Picture },
  takeaway: (run: LesionRun | null, _, { recording }: Recorded) => takeaway(recording, run),
  table: (run, { recording }) => table(recording, run),
  recorded: ({ recording }) => recordedLine(recording),
  saves: 'drawing',
  notes: {
    shows: 'How many answers stay right when one block at a time loses its branch or its shortcut.',
    demonstrate:
      'Which blocks could one do without? Compare removing branches with removing shortcuts.',
    takes: 'A recorded study stands there at once. Live, with 24 squares, it takes half a minute.',
  },
  examples: () => import('./examples.ts'),
});
