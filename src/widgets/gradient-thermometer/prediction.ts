import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { change, wholeWay } from './describe.ts';
import { divergedBy, kinds, type GradientRun } from './run.ts';
import type { GradientSettings } from './settings.ts';

/** The recording shows both networks with batch norm; without it they are asked about. */
export const prediction: Prediction<GradientSettings, Evidence<GradientSettings, GradientRun>> = {
  question:
    'Take batch norm out. What becomes of the gradient on its way back through the untrained plain network of 56 layers?',
  options: [
    'It grows tenfold or more',
    'It stays within a factor of ten',
    'It shrinks to a tenth or less',
  ],
  settings: { depth: 56, batchNorm: false },
  outcome: ({ result }) => (result ? outcomeOf(result) : null),
};

function outcomeOf({ readings }: GradientRun): Outcome | null {
  const [plain, residual] = kinds.map((kind) => readings[kind][0]);
  if (!plain || !residual) return null;
  const ratio = wholeWay(plain);
  if (!Number.isFinite(ratio)) return null;
  const step = divergedBy(readings.residual);
  return {
    right: ratio >= 10 ? 0 : ratio > 0.1 ? 1 : 2,
    says: `Without batch norm the gradient was ${change(plain)} in the plain network, and ${change(residual)} in the residual one${step === undefined ? '' : `, whose training diverged by step ${step}`}.`,
  };
}
