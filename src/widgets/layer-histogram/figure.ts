import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { experiment, initial, reduce } from './run.ts';
import { settings } from './settings.ts';

/** The values of a real layer before and after batch norm, and the running statistics as they converge. */
export default defineLiveFigure({
  name: 'layer-histogram',
  title: 'What does batch norm do to a layer’s values?',
  runLabel: 'Run',
  settings,
  ...{ experiment, initial, reduce, takeaway, table, prediction, Picture },
  progress: (run) => `batch ${run.own.length} of ${run.settings.batches}`,
  saves: 'drawing',
  runsOnChange: true,
  notes: {
    shows:
      'The values of one channel before and after batch normalisation, with the scale, the offset and the batch in your hands.',
    demonstrate:
      'Move γ and β, and the histogram after the layer follows. Then let the room predict evaluation mode after one batch.',
    takes: 'Opens on a recording; computes live, in 2 seconds, at each change.',
    state: { query: 'batchSize=2', says: 'two pictures a batch' },
  },
  examples: () => import('./examples.ts'),
});
