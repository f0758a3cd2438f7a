import {
  lastOf,
  measuredNetworks,
  runUpTo,
  type MeasuredNetwork,
  type RunRecord,
} from '../../../contract/runRecord.ts';
import { smoothingWindow } from '../../../figure/runs/errors.ts';
import { grouped, percent } from '../../../lib/format.ts';
import { createRng } from '../../../lib/rng.ts';
import { compareErrors, estimate, isTooEarly } from '../../../lib/verdicts.ts';
import { unanswered, type Judgement } from '../judgement.ts';

/** The network that a reader says each curve is, by the curve's letter. */
export type NamedCurves = Record<string, string>;

/** A network of a run without its name. */
export interface Curve {
  letter: string;
  network: MeasuredNetwork;
}

/** Whether a run can be asked about: a plain and a residual network at two depths each, at its end. */
export function hasFourCurves(run: RunRecord): boolean {
  const networks = measuredNetworks(run);
  const depths = [...new Set(networks.map(({ depth }) => depth))];
  return (
    run.step === run.config.recipe.steps &&
    !isTooEarly(run.step) &&
    networks.length === 4 &&
    depths.length === 2 &&
    new Set(networks.map(({ kind, depth }) => `${kind} ${depth}`)).size === 4 &&
    networks.every(({ divergedAt }) => divergedAt === undefined)
  );
}

/** The run's networks under letters, in an order that the run's seed decides. */
export function shuffleCurves(run: RunRecord): Curve[] {
  const networks = measuredNetworks(run);
  const order = createRng(run.config.recipe.seed, 'whose curve').permutation(networks.length);
  return [...order].map((index, place) => ({
    letter: 'ABCD'.charAt(place),
    network: networks[index] as MeasuredNetwork,
  }));
}

/** Parts of the run, as shares of its steps, in which two curves may be told apart. */
const moments = [0.1, 0.3, 1];

/** Whether each curve's name is right. Two networks that no part of the run tells apart may be swapped. */
export function judgeCurves(run: RunRecord, named: NamedCurves): Record<string, Judgement> {
  const curves = shuffleCurves(run);
  return Object.fromEntries(
    curves.map(({ letter, network }) => [letter, judgeCurve(run, network, letter, curves, named)]),
  );
}

function judgeCurve(
  run: RunRecord,
  network: MeasuredNetwork,
  letter: string,
  curves: readonly Curve[],
  named: NamedCurves,
): Judgement {
  const name = named[letter];
  const other = curves.find((curve) => curve.network.id === name);
  if (!name || !other) return unanswered;
  const end = `${letter} ends at ${percent(errorAt(run, network, run.step).mean)}`;
  if (name === network.id) return { right: true, says: `${end}.` };
  const apart = moments.find((part) => !areAlike(run, network, other.network, part));
  if (apart === undefined)
    return {
      right: true,
      says: `${end}, as does ${network.id}: nothing in this run tells the two apart.`,
    };
  if (apart < 1 && areAlike(run, network, other.network, 1)) {
    const step = Math.round(apart * run.step);
    return {
      right: false,
      says: `At the end ${letter} is close to another curve. Look at step ${grouped(step)}, where the two are apart, and ask which of them starts behind.`,
    };
  }
  return { right: false, says: `${end}. Is that what you expect of ${name}, among these four?` };
}

function areAlike(run: RunRecord, one: MeasuredNetwork, other: MeasuredNetwork, part: number) {
  const step = Math.round(part * run.step);
  return compareErrors(errorAt(run, one, step), errorAt(run, other, step)) === 'the same';
}

function errorAt(run: RunRecord, { trainErrors }: MeasuredNetwork, step: number) {
  return estimate(lastOf(runUpTo(run, step), trainErrors, smoothingWindow(run)));
}
