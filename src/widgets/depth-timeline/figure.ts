import { defineFigure } from '../../figure/defineFigure.tsx';
import { entries, table, takeaway } from './entries.ts';
import { Picture } from './Picture.tsx';
import { settings } from './settings.ts';

/** Three entries of the ImageNet challenge: their depth, their error, and how it was measured. */
export default defineFigure({
  name: 'depth-timeline',
  title: 'Did the error fall as networks grew deeper?',
  settings,
  Picture,
  takeaway: () => takeaway(entries),
  table: () => table(entries),
  source: 'From each entry’s own paper.',
  saves: 'drawing',
  notes: {
    shows: 'The errors of AlexNet, VGG and ResNet, by depth and by year.',
    demonstrate:
      'AlexNet, VGG and ResNet by depth, then by year. Ask which of the two explains the falling error.',
    takes: 'Responds at once.',
  },
  examples: () => import('./examples.ts'),
});
