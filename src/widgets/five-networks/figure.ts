import { defineFigure } from '../../figure/defineFigure.tsx';
import { table, takeaway } from './describe.ts';
import { Picture, type Recorded } from './Picture.tsx';
import { settings } from './settings.ts';

/** Five transformers that agree with their friends, and what changes their answers: recorded. */
export default defineFigure({
  name: 'five-networks',
  title: 'Is it the same sublayer in every network?',
  settings,
  Picture,
  takeaway: (now, { recording }: Recorded) => takeaway(recording, now),
  table: (_, { recording }) => table(recording),
  source: 'Recorded with this chapter’s own engine: content/runs/agreement.json',
  notes: {
    shows:
      'Five small transformers, and what is left of their answers when a sublayer or a vector is taken away.',
    demonstrate:
      'The class guesses which sublayer of the first network matters most, then looks at the four others.',
    takes: 'Recorded; responds at once.',
    state: { query: 'view=steered', says: 'a vector taken away from the stream' },
  },
  examples: () => import('./examples.ts'),
});
