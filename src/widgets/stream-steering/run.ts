import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { Score, StreamChange } from '../../contract/sycophancy.ts';
import { toyNetworkOf } from '../../runtime/toyNetworkOf.ts';
import { sublayers, type SublayerPlace } from './places.ts';
import type { SteeringSettings } from './settings.ts';

/** What one trial of a run is for. */
export type Role =
  | { is: 'unchanged' | 'changed' | 'control' }
  /** The reader's other changes, with another factor. */
  | { is: 'curve' | 'curve control'; factor: number }
  | { is: 'without'; place: SublayerPlace };

interface Trial {
  role: Role;
  changes: StreamChange[];
}

export interface SteeringRun {
  settings: SteeringSettings;
  /** Of the trials so far, in the plan's order. */
  scores: Score[];
  /** What an earlier run found: it is shown until this one has found its own. */
  previous: SteeringRun | null;
}

/** Factors that the curve is drawn through. */
export const curveFactors = Array.from({ length: 17 }, (_, i) => -2 + 0.25 * i);

/** What a run tries, in order: first what is waited for most. A random vector is its own control. */
export function planOf(settings: SteeringSettings): Trial[] {
  const unchanged: Trial = { role: { is: 'unchanged' }, changes: [] };
  const steered = (vector: SteeringSettings['vector'], factor: number) =>
    changesOf({ ...settings, factor }, vector);
  if (settings.show === 'ranking')
    return [
      unchanged,
      ...sublayers.map(({ place }): Trial => {
        const off: StreamChange = { type: 'scale', place, head: null, factor: 0 };
        return { role: { is: 'without', place }, changes: [off] };
      }),
    ];
  if (settings.show === 'curve')
    return [
      unchanged,
      ...curveFactors.flatMap((factor): Trial[] => [
        { role: { is: 'curve', factor }, changes: steered('agreement', factor) },
        { role: { is: 'curve control', factor }, changes: steered('random', factor) },
      ]),
    ];
  const { factor, vector } = settings;
  return [
    { role: { is: 'changed' }, changes: steered(vector, factor) },
    ...(factor === 0 || vector === 'random'
      ? []
      : [{ role: { is: 'control' as const }, changes: steered('random', factor) }]),
    unchanged,
  ];
}

/** What the reader changes, with the vector that they chose or another. */
export function changesOf(
  settings: SteeringSettings,
  vector: SteeringSettings['vector'] = settings.vector,
): StreamChange[] {
  const { place, factor } = settings;
  const scaled = scalesOf(settings);
  return factor === 0 ? scaled : [...scaled, { type: 'steer', place, vector, factor }];
}

/** What the reader has switched off or scaled. */
function scalesOf(settings: SteeringSettings): StreamChange[] {
  return sublayers.flatMap(({ place, scale, off }): StreamChange[] => {
    const factor = settings[scale];
    const heads = off ? [...settings[off]].map((digit) => Number(digit) - 1) : [];
    return [
      ...heads.map((head): StreamChange => ({ type: 'scale', place, head, factor: 0 })),
      ...(factor === 1 ? [] : [{ type: 'scale' as const, place, head: null, factor }]),
    ];
  });
}

export function experiment(settings: SteeringSettings): Experiment<'sycophancySteering'> {
  const trials = planOf(settings).map(({ changes }) => changes);
  return { name: 'sycophancySteering', network: toyNetworkOf(settings.network), trials };
}

export function initial(settings: SteeringSettings, previous: SteeringRun | null): SteeringRun {
  // While a slider is dragged, one run after the other ends early: the last whole one is kept, too.
  const kept = previous && { ...previous, previous: isWhole(previous) ? null : wholeOf(previous) };
  return { settings, scores: [], previous: kept };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: SteeringRun, { score }: Finding<'sycophancySteering'>): SteeringRun {
  const found = { ...run, scores: [...run.scores, score] };
  return isWhole(found) ? { ...found, previous: null } : found;
}

/** Whether all trials of its plan have been made. */
export function isWhole(run: SteeringRun): boolean {
  return run.scores.length === planOf(run.settings).length;
}

function wholeOf(run: SteeringRun): SteeringRun | null {
  return isWhole(run) ? run : run.previous && wholeOf(run.previous);
}

/** The score of the trial with a role, once there is one. */
export function scoreOf(run: SteeringRun, role: Role): Score | null {
  const wanted = JSON.stringify(role);
  const index = planOf(run.settings).findIndex((trial) => JSON.stringify(trial.role) === wanted);
  return run.scores[index] ?? null;
}
