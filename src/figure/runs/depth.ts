import { lastOf, measuredNetworks, type RunRecord } from '../../contract/runRecord.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import {
  estimate,
  hasFewSteps,
  isTooEarly,
  judgeDepth,
  meanOf,
  type DepthPair,
} from '../../lib/verdicts.ts';
import type { NamedGap } from '../../ui/chart/LineChart.tsx';
import { smoothingWindow } from './errors.ts';

/** A kind's shallowest and deepest network, and their training errors in each seed. */
export interface Depth {
  shallow: { id: string; depth: number };
  deep: { id: string; depth: number };
  pairs: DepthPair[];
  step: number;
}

/** Of several seeds those that are furthest: only they are compared. */
export function furthest(runs: readonly RunRecord[]): RunRecord[] {
  const last = Math.max(...runs.map(({ step }) => step));
  return runs.filter(({ step }) => step === last);
}

/** What to compare of a kind; nothing where it has one depth, or where a network diverged in every seed. */
export function depthOf(runs: readonly RunRecord[], kind: NetworkKind): Depth | undefined {
  const pairs = furthest(runs).flatMap((run) => pairOf(run, kind) ?? []);
  const [first] = pairs;
  if (!first) return undefined;
  const isSame = (one: typeof first) =>
    one.shallow.id === first.shallow.id && one.deep.id === first.deep.id;
  return {
    shallow: { id: first.shallow.id, depth: first.shallow.depth },
    deep: { id: first.deep.id, depth: first.deep.depth },
    pairs: pairs
      .filter(isSame)
      .map(({ shallow, deep }) => ({ shallow: shallow.error, deep: deep.error })),
    step: first.step,
  };
}

function pairOf(run: RunRecord, kind: NetworkKind) {
  const ofKind = measuredNetworks(run)
    .filter((network) => network.kind === kind && network.divergedAt === undefined)
    .sort((a, b) => a.depth - b.depth)
    .map(({ id, depth, trainErrors }) => ({
      ...{ id, depth },
      error: estimate(lastOf(run, trainErrors, smoothingWindow(run))),
    }));
  const [shallow, deep] = [ofKind[0], ofKind.at(-1)];
  return shallow && deep && shallow !== deep ? { shallow, deep, step: run.step } : undefined;
}

/** What depth added to the training error, in points: the difference of the two percentages that are printed. */
export function addedPoints({ pairs }: Depth): number {
  const printed = (which: keyof DepthPair) => Math.round(meanOf(pairs, which).mean * 100);
  return printed('deep') - printed('shallow');
}

/** A number of points: 31 → '31 points', −1 → '1 point'. */
export function points(count: number): string {
  const size = Math.abs(count);
  return `${size} ${size === 1 ? 'point' : 'points'}`;
}

/** The same with its sign: '+31 points', '−1 point', '0 points'. */
export function signedPoints(count: number): string {
  return `${count > 0 ? '+' : count < 0 ? '−' : ''}${points(count)}`;
}

/** What depth did to a kind, in a few words to be read beside its number. */
export function shortVerdict({ pairs, step }: Depth): string {
  if (isTooEarly(step)) return 'too early to tell';
  const { word, seeds, degradation } = judgeDepth(pairs, step);
  const all = pairs.length;
  const where = all === 1 ? 'in this one seed' : seeds === all ? `in each of ${all} seeds` : '';
  const words =
    degradation === 'yes'
      ? 'the degradation'
      : `${word === 'the same' ? 'about the same' : word}${hasFewSteps(step) ? ' so far' : ''}`;
  return `${words}, ${where || `in ${seeds} of ${all} seeds`}`;
}

/** The brackets that name what depth did to each kind; none before that can be told. */
export function depthGaps(runs: readonly RunRecord[]): NamedGap[] {
  return (['plain', 'residual'] as const).flatMap((kind) => {
    const depth = depthOf(runs, kind);
    if (!depth || isTooEarly(depth.step)) return [];
    const { shallow, deep } = depth;
    return [{ from: shallow.id, to: deep.id, label: signedPoints(addedPoints(depth)) }];
  });
}
