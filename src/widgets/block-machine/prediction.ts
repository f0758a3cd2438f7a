import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { saysPlain, saysResidual } from './describe.ts';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';

const asked = { factor: 0, shrinks: 'norm' } as const;

/** The recording shows the whole branch. */
export const prediction: Prediction<BlockSettings, Evidence<BlockSettings, BlockRun>> = {
  question: 'With F shrunk to nothing, what comes out of each block?',
  options: [
    'Zeros from both',
    'Plain: zeros. Residual: x',
    'x from both',
    'Plain: x. Residual: 2x',
  ],
  settings: asked,
  outcome: ({ result, settings }) => result && outcomeOf(result, { ...settings, ...asked }),
};

function outcomeOf(run: BlockRun, settings: BlockSettings): Outcome | null {
  const pass = passAt(run, settings);
  if (!pass) return null;
  const [plainIsZero, residualIsX] = [pass.plain.norm === 0, pass.change === 0];
  return {
    right: plainIsZero ? (residualIsX ? 1 : 0) : residualIsX ? 2 : 3,
    says: `The plain block ${saysPlain(run, settings)}; the residual block ${saysResidual(run, settings)}.`,
  };
}
