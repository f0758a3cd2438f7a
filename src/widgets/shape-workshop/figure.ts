import { defineFigure } from '../../figure/defineFigure.tsx';
import { findBlockProblem, presets } from './block.ts';
import { table } from './describe.ts';
import { sendThrough } from './flow.ts';
import { Picture } from './Picture.tsx';
import { settings } from './settings.ts';

/** A residual block whose layers the reader sets; shapes flow through it until they no longer fit. */
export default defineFigure({
  name: 'shape-workshop',
  title: 'Where do the shapes stop matching?',
  settings,
  presets: { label: 'Blocks to start from', presets },
  Picture,
  table: (block) => (findBlockProblem(block) ? null : table(block, sendThrough(block))),
  source: 'Computed on the page, as PyTorch computes shapes.',
  saves: 'drawing',
  examples: () => import('./examples.ts'),
});
