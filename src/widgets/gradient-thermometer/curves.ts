import { extent } from 'd3';
import type { NetworkKind } from '../../contract/networks.ts';
import { divergedBy, kinds, latest, ratios, type GradientRun, type Reading } from './run.ts';

/** What is drawn of one network at one time. */
export interface Curve {
  id: string;
  name: string;
  kind: NetworkKind;
  isTrained: boolean;
  /** At each block the gradient's norm as a multiple of that at the last; on a logarithmic axis 0 has no place. */
  points: [block: number, ratio: number][];
}

/** For each network its first and its latest reading. */
export function curvesOf({ readings }: GradientRun): Curve[] {
  return kinds.flatMap((kind) => {
    const first = readings[kind][0];
    const last = latest(readings[kind]);
    if (!first || !last) return [];
    return last === first ? [curve(kind, first)] : [curve(kind, first), curve(kind, last)];
  });
}

function curve(kind: NetworkKind, reading: Reading): Curve {
  const isTrained = reading.step > 0;
  const points = ratios(reading).map((ratio, block): [number, number] => [block, ratio]);
  return {
    id: `${kind} ${isTrained ? 'trained' : 'untrained'}`,
    name: `${kind}, ${isTrained ? `after ${reading.step} steps` : 'untrained'}`,
    ...{ kind, isTrained },
    points: points.filter(([, ratio]) => ratio > 0),
  };
}

/** The networks that could not be trained to the end, in words. */
export function divergences({ readings }: GradientRun): { kind: NetworkKind; text: string }[] {
  return kinds.flatMap((kind) => {
    const step = divergedBy(readings[kind]);
    return step === undefined ? [] : [{ kind, text: `${kind}: diverged by step ${step}` }];
  });
}

/**
 * Powers of ten that hold every value and the 1 that all start from: four of them at least, as less would make
 * noise look like a finding.
 */
export function decades(curves: Curve[]): [number, number] {
  const values = curves.flatMap(({ points }) => points.map(([, value]) => value));
  const [low = 1, high = 1] = extent(values);
  const top = Math.max(1, Math.ceil(Math.log10(high)));
  const bottom = Math.min(-1, Math.floor(Math.log10(low)));
  return [10 ** Math.min(bottom, top - 4), 10 ** top];
}
