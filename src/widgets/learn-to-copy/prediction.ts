import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { isGood, verdict } from './describe.ts';
import { lastErrors, type CopyRun } from './run.ts';
import type { CopySettings } from './settings.ts';

/** The recording shows one block, which both stacks manage; eight are asked about. */
export const prediction: Prediction<CopySettings, Evidence<CopySettings, CopyRun>> = {
  question: 'With 8 blocks instead of 1, which stack makes a good copy?',
  options: ['Only the plain one', 'Only the residual one', 'Both', 'Neither'],
  settings: { blocks: 8, lastScale: 0.1 },
  outcome: ({ result }) => (result ? outcomeOf(result) : null),
};

function outcomeOf(run: CopyRun): Outcome | null {
  const last = lastErrors(run);
  if (!last) return null;
  const { plain, residual, grey } = last;
  const [plainCopies, residualCopies] = [plain, residual].map((error) => isGood(error, grey));
  const right = plainCopies ? (residualCopies ? 2 : 0) : residualCopies ? 1 : 3;
  return {
    right,
    says: `With 8 blocks the plain stack made ${verdict(plain, grey)}, the residual stack ${verdict(residual, grey)}.`,
  };
}
