import { bisector } from 'd3';
import type { BandPoint } from '../../../ui/chart/marks/Band.tsx';

export type Point = [x: number, y: number];

/** The mean of several curves: at each place of the longest, over the curves that reach it. */
export function meanCurve(curves: readonly Point[][]): Point[] {
  return spread(curves).map(({ x, values }) => [
    x,
    values.reduce((sum, value) => sum + value, 0) / values.length,
  ]);
}

/** From the least to the most of several curves, at each place of the longest; of one curve nothing. */
export function bandOf(curves: readonly Point[][]): BandPoint[] {
  if (curves.length < 2) return [];
  return spread(curves).map(({ x, values }) => [x, Math.min(...values), Math.max(...values)]);
}

/** The means of lists of equal lengths, one number at a time, such as the gradients of each block over the seeds. */
export function meanList(lists: readonly (readonly number[])[]): number[] {
  const [first = []] = lists;
  return first.map(
    (_, index) => lists.reduce((sum, list) => sum + (list[index] ?? NaN), 0) / lists.length,
  );
}

/** A curve up to a place, where it ends between two of its points if need be. */
export function cutAt(points: readonly Point[], x: number): Point[] {
  const kept = points.slice(0, atX.right(points, x));
  const value = valueAt(points, x);
  if (value !== undefined && kept.at(-1)?.[0] !== x) kept.push([x, value]);
  return kept;
}

/** A band up to a place. */
export function cutBandAt(points: readonly BandPoint[], x: number): BandPoint[] {
  return points.filter(([at]) => at <= x);
}

const atX = bisector(([x]: Point) => x);

/** What a curve is at a place, between its points in a straight line; undefined beyond its ends. */
function valueAt(points: readonly Point[], x: number): number | undefined {
  const index = atX.left(points, x);
  const [after, before] = [points[index], points[index - 1]];
  if (!after) return undefined;
  if (after[0] === x) return after[1];
  if (!before) return undefined;
  const share = (x - before[0]) / (after[0] - before[0]);
  return before[1] + share * (after[1] - before[1]);
}

function spread(curves: readonly Point[][]): { x: number; values: number[] }[] {
  const [one] = curves;
  if (curves.length === 1) return (one ?? []).map(([x, y]) => ({ x, values: [y] }));
  const reach = (points: Point[]) => points.at(-1)?.[0] ?? 0;
  const longest = curves.reduce<Point[]>((a, b) => (reach(b) > reach(a) ? b : a), []);
  return longest.map(([x, own]) => ({
    x,
    values: curves.flatMap((points) => (points === longest ? own : (valueAt(points, x) ?? []))),
  }));
}
