import { defineFigure } from '../../figure/defineFigure.tsx';
import { collectEvidence, table } from './evidence.ts';
import { Picture, type Recorded } from './Picture.tsx';

/** Test error of plain networks at two depths: as often told, as the paper shows, as this chapter measured. */
export default defineFigure({
  name: 'degradation-evidence',
  title: 'How much worse is the deeper plain network?',
  settings: {},
  Picture,
  table: (_, { recording }: Recorded) => table(collectEvidence(recording)),
  source: 'The column “note” says where each pair comes from.',
  notes: {
    shows:
      'The test error of a shallow and a deeper plain network: an illustration, the paper’s figure, and our own recorded run.',
    demonstrate:
      'Three pairs of a shallow and a deeper plain network: made up, from the paper, and measured here.',
    takes: 'Nothing to run: the numbers are recorded or from the paper.',
  },
  examples: () => import('./examples.ts'),
});
