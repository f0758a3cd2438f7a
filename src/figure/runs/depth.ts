import { measuredNetworks, type RunRecord } from '../../contract/runRecord.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import { hasFewSteps, isTooEarly, judgeDepth, meanOf, type DepthPair } from '../../lib/verdicts.ts';
import type { NamedGap } from '../../ui/chart/LineChart.tsx';
import { estimateError, type ErrorKind } from './errors.ts';

/** A kind's shallowest and deepest network, and their errors in each seed. */
export interface Depth {
  error: ErrorKind;
  shallow: { id: string; depth: number };
  deep: { id: string; depth: number };
  pairs: DepthPair[];
  /** After which the errors were measured. */
  step: number;
}

/**
 * Of several seeds those that are furthest: only they are compared. Test error is measured now and then: a run counts
 * up to the last step after which all of its networks have one.
 */
export function furthest(
  runs: readonly RunRecord[],
  error: ErrorKind = 'training',
): readonly RunRecord[] {
  const counted =
    error === 'test' ? runs.map((run) => ({ ...run, step: lastTestedStep(run) })) : runs;
  const last = Math.max(...counted.map(({ step }) => step));
  return counted.filter(({ step }) => step === last);
}

function lastTestedStep({ step, networks }: RunRecord): number {
  const lasting = networks.filter(({ divergedAt }) => divergedAt === undefined);
  return Math.min(step, ...lasting.map(({ measurements }) => measurements.at(-1)?.step ?? 0));
}

/** What to compare of a kind; nothing where it has one depth, or where a network diverged in every seed. */
export function depthOf(
  runs: readonly RunRecord[],
  kind: NetworkKind,
  error: ErrorKind = 'training',
): Depth | undefined {
  const pairs = furthest(runs, error).flatMap((run) => pairOf(run, kind, error) ?? []);
  const [first] = pairs;
  if (!first) return undefined;
  const isSame = (one: typeof first) =>
    one.shallow.id === first.shallow.id && one.deep.id === first.deep.id;
  return {
    error,
    shallow: { id: first.shallow.id, depth: first.shallow.depth },
    deep: { id: first.deep.id, depth: first.deep.depth },
    pairs: pairs
      .filter(isSame)
      .map(({ shallow, deep }) => ({ shallow: shallow.error, deep: deep.error })),
    step: first.step,
  };
}

function pairOf(run: RunRecord, kind: NetworkKind, which: ErrorKind) {
  const ofKind = measuredNetworks(run)
    .filter((network) => network.kind === kind && network.divergedAt === undefined)
    .sort((a, b) => a.depth - b.depth)
    .flatMap((network) => {
      const error = estimateError(run, network, which);
      return error ? [{ id: network.id, depth: network.depth, error }] : [];
    });
  const [shallow, deep] = [ofKind[0], ofKind.at(-1)];
  return shallow && deep && shallow !== deep ? { shallow, deep, step: run.step } : undefined;
}

/** What depth added to the error, in points: the difference of the two percentages that are printed. */
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

/** What depth did to a kind, in a few words to be read beside its number. The degradation is one of training error. */
export function shortVerdict({ error, pairs, step }: Depth): string {
  if (isTooEarly(step)) return 'too early to tell';
  const { word, seeds, degradation } = judgeDepth(pairs, step);
  const all = pairs.length;
  const where = all === 1 ? 'in this one seed' : seeds === all ? `in each of ${all} seeds` : '';
  const words =
    degradation === 'yes' && error === 'training'
      ? 'the degradation'
      : `${word === 'the same' ? 'about the same' : word}${hasFewSteps(step) ? ' so far' : ''}`;
  return `${words}, ${where || `in ${seeds} of ${all} seeds`}`;
}

/** The brackets that name what depth did to each kind; none before that can be told. */
export function depthGaps(runs: readonly RunRecord[], error: ErrorKind = 'training'): NamedGap[] {
  return (['plain', 'residual'] as const).flatMap((kind) => {
    const depth = depthOf(runs, kind, error);
    if (!depth || isTooEarly(depth.step)) return [];
    const { shallow, deep } = depth;
    return [{ from: shallow.id, to: deep.id, label: signedPoints(addedPoints(depth)) }];
  });
}
