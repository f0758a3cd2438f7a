import { defineFigure } from '../../figure/defineFigure.tsx';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { settings } from './settings.ts';

/** ResNet-34 as one strip to scale, with the shape, the parameters and the work of every part. */
export default defineFigure({
  name: 'network-strip',
  title: 'What does a ResNet-34 look like from end to end?',
  // Directly below the lesson's title.
  level: 2,
  settings,
  Picture,
  takeaway,
  table,
  source:
    'Counted from the layers of torchvision’s ResNet-34; batch norm and ReLU count no multiply-adds.',
  saves: 'drawing',
  notes: {
    shows:
      'All of ResNet-34 to scale: every block with its shape, its parameters and its multiply-adds.',
    demonstrate:
      'Walk through the stages with the arrow keys: maps shrink, channels grow, the work per block stays the same.',
    takes: 'Responds at once.',
    state: { query: 'part=3.2', says: 'the last block' },
  },
  examples: () => import('./examples.ts'),
});
