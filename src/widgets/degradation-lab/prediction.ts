import { lastOf, type RunRecord } from '../../contract/runRecord.ts';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { grouped, percent } from '../../lib/format.ts';
import { compareErrors, estimate, meanOfEstimates, type Estimate } from '../../lib/verdicts.ts';
import { smoothingWindow } from '../../figure/runs/errors.ts';
import { defaultSettings } from './setup/defaults.ts';
import { toRunConfig, type LabSettings } from './setup/settings.ts';

const networks = toRunConfig(defaultSettings).networks.map(({ id }) => id);

/** The recorded curves are drawn without names until the reader has predicted. */
export const prediction: Prediction<LabSettings, readonly RunRecord[]> = {
  question:
    'Which ends with the highest training error? Press all four in order, the highest first.',
  options: networks,
  ordered: { first: 'Which ends with the highest training error?' },
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
  const errors = networks.map((id) => ({ id, error: estimateOver(runs, id) }));
  const sorted = errors.sort((a, b) => b.error.mean - a.error.mean);
  const groups: (typeof errors)[] = [];
  for (const one of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && compareErrors(last.error, one.error) === 'the same') group.push(one);
    else groups.push([one]);
  }
  const measured = groups.map((group) =>
    group.map(({ id, error: { mean } }) => `${id} ${percent(mean)}`).join(' and '),
  );
  const even = groups.some((group) => group.length > 1)
    ? ' Those joined by “and” end too close together to be told apart.'
    : '';
  const mean = runs.length > 1 ? `, mean of ${runs.length} seeds` : '';
  return {
    right: groups.map((group) => group.map(({ id }) => networks.indexOf(id))),
    says: `Training error after ${grouped(step)} steps${mean}: ${measured.join(', then ')}.${even}`,
  };
}

/** A network's training error at the end, over the seeds. */
function estimateOver(runs: readonly RunRecord[], id: string): Estimate {
  return meanOfEstimates(
    runs.map((run) => {
      const network = run.networks.find((one) => one.id === id);
      return estimate(lastOf(run, network?.trainErrors ?? [], smoothingWindow(run)));
    }),
  );
}

function isWhole({ networks: measured }: RunRecord): boolean {
  return (
    measured.length === networks.length &&
    measured.every(({ id, divergedAt }) => networks.includes(id) && divergedAt === undefined)
  );
}
