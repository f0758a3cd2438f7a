import { greatest } from 'd3';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { percent } from '../../lib/format.ts';
import { trainErrorOf } from './curves.ts';
import { defaultSettings } from './setup/defaults.ts';
import { toRunConfig, type LabSettings } from './setup/settings.ts';

const networks = toRunConfig(defaultSettings).networks.map(({ id }) => id);

/** The recorded curves are drawn without names until the reader has predicted. */
export const prediction: Prediction<LabSettings, RunRecord | undefined> = {
  question: 'Which ends with the highest training error?',
  options: networks,
  settings: defaultSettings,
  outcome: (record) => (record ? outcomeOf(record) : null),
  instead:
    'Each curve is one of four networks: plain or residual, 20 or 56 layers. All saw the same pictures. Their names appear when you have predicted.',
};

/** Null for a run of other networks, or one that did not come to its end. */
function outcomeOf(record: RunRecord): Outcome | null {
  const { networks: measured, step, config } = record;
  const isWhole = measured.length === networks.length && step === config.recipe.steps;
  if (!isWhole || measured.some(({ id, divergedAt }) => !networks.includes(id) || divergedAt))
    return null;
  const errors = measured.map((network) => ({
    id: network.id,
    error: trainErrorOf(record, network) ?? NaN,
  }));
  const highest = greatest(errors, ({ error }) => error);
  if (!highest) return null;
  const all = errors.map(({ id, error }) => `${id} ${percent(error)}`).join(', ');
  return {
    right: networks.indexOf(highest.id),
    says: `After ${step} steps ${highest.id} has the highest training error (${all}).`,
  };
}
