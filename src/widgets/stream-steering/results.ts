import type { Score } from '../../contract/sycophancy.ts';
import { sublayers, type SublayerPlace } from './places.ts';
import { curveFactors, planOf, scoreOf, type Role, type SteeringRun } from './run.ts';
import type { SteeringSettings } from './settings.ts';

/** How a run's changes act: null is what is not known yet, or what was not tried. */
export interface Effect {
  unchanged: Score | null;
  changed: Score | null;
  /** With a random vector of equal length; null without a vector. */
  control: Score | null;
}

/** Of a run of the view `effect`; until it has found its own, what the run before had found is shown. */
export function effectOf(run: SteeringRun): Effect {
  return {
    unchanged: found(run, { is: 'unchanged' }),
    changed: found(run, { is: 'changed' }),
    control: found(run, { is: 'control' }),
  };
}

function found(run: SteeringRun, role: Role): Score | null {
  const own = scoreOf(run, role);
  const isPlanned = planOf(run.settings).some((trial) => trial.role.is === role.is);
  const { previous } = run;
  if (own || !isPlanned || previous?.settings.network !== run.settings.network) return own;
  return found(previous, role);
}

/** A score for each factor that was tried so far. */
export function curveOf(
  run: SteeringRun,
  is: 'curve' | 'curve control',
): { factor: number; score: Score }[] {
  return curveFactors.flatMap((factor) => {
    const score = scoreOf(run, { is, factor });
    return score ? [{ factor, score }] : [];
  });
}

/** The score without each sublayer that was tried so far, in order: without the first, friends are agreed with least. */
export function rankingOf(run: SteeringRun): { place: SublayerPlace; score: Score }[] {
  return sublayers
    .flatMap(({ place }) => {
      const score = scoreOf(run, { is: 'without', place });
      return score ? [{ place, score }] : [];
    })
    .sort((one, other) => one.score.friend.agree - other.score.friend.agree);
}

/** How the controls' changes act, where a whole run says so. */
export function effectAt(
  run: SteeringRun,
  { factor, vector }: SteeringSettings,
): ({ [Part in 'unchanged' | 'changed']: Score } & { control: Score | null }) | null {
  const unchanged = scoreOf(run, { is: 'unchanged' });
  const isCurve = run.settings.show === 'curve';
  const isRandom = vector === 'random';
  const ofCurve = isRandom ? 'curve control' : 'curve';
  const changed = scoreOf(run, isCurve ? { is: ofCurve, factor } : { is: 'changed' });
  if (!unchanged || !changed) return null;
  const control =
    factor === 0 || isRandom
      ? null
      : scoreOf(run, isCurve ? { is: 'curve control', factor } : { is: 'control' });
  return { unchanged, changed, control };
}
