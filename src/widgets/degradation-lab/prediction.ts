import { greatest } from 'd3';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { grouped, percent } from '../../lib/format.ts';
import { meanError } from './describe.ts';
import { defaultSettings } from './setup/defaults.ts';
import { toRunConfig, type LabSettings } from './setup/settings.ts';

const networks = toRunConfig(defaultSettings).networks.map(({ id }) => id);

/** The recorded curves are drawn without names until the reader has predicted. */
export const prediction: Prediction<LabSettings, readonly RunRecord[]> = {
  question: 'Which ends with the highest training error?',
  options: networks,
  settings: defaultSettings,
  outcome: outcomeOf,
  instead:
    'Each curve is one of four networks: plain or residual, 20 or 56 layers. All saw the same pictures. Their names appear when you have predicted.',
};

/** Null for runs of other networks, or before one has come to its end. */
function outcomeOf(runs: readonly RunRecord[]): Outcome | null {
  const [first] = runs;
  const step = first?.config.recipe.steps ?? 0;
  if (!first || !runs.every((run) => isWhole(run) && run.step === step)) return null;
  const errors = first.networks.map(({ id }, index) => ({
    id,
    error: meanError(runs, index) ?? NaN,
  }));
  const highest = greatest(errors, ({ error }) => error);
  if (!highest) return null;
  const all = errors.map(({ id, error }) => `${id} ${percent(error)}`).join(', ');
  const mean = runs.length > 1 ? `, mean of ${runs.length} seeds` : '';
  return {
    right: networks.indexOf(highest.id),
    says: `After ${grouped(step)} steps ${highest.id} has the highest training error (${all}${mean}).`,
  };
}

function isWhole({ networks: measured }: RunRecord): boolean {
  return (
    measured.length === networks.length &&
    measured.every(({ id, divergedAt }) => networks.includes(id) && divergedAt === undefined)
  );
}
