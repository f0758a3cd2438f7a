import type { Series } from '../../../ui/chart/LineChart.tsx';

/** Of ten classes, a guess is wrong nine times in ten. */
export const guessing = { value: 0.9, label: 'guessing: 90 %' };

/** The cross-entropy of a network that finds all ten classes equally likely. */
export const guessingLoss = { value: Math.log(10), label: 'guessing: 2.30' };

/** Where an error axis may begin, and what is written on a logarithmic one. */
const logTicks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1];

interface ErrorAxis {
  yDomain: [number, number];
  logarithmic: boolean;
  yTicks?: number[];
}

/** The axis of an error, 0 to 1, that shows where things happen: from 40 %, or less once a curve is near it. */
export function errorAxis(series: readonly Series[], logarithmic: boolean): ErrorAxis {
  const lowest = Math.min(1, ...valuesOf(series));
  if (!logarithmic) {
    const low = Math.max(0, Math.min(0.4, Math.floor((lowest - 0.03) * 5) / 5));
    return { yDomain: [low, 1], logarithmic };
  }
  const low = [0.2, 0.1, 0.05, 0.02].find((start) => start < lowest) ?? 0.01;
  return { yDomain: [low, 1], logarithmic, yTicks: logTicks.filter((tick) => tick >= low) };
}

/** The axis of a loss, from 0; what is beyond 5 is drawn there. */
export function lossAxis(series: readonly Series[]): [number, number] {
  return [0, Math.min(5, Math.max(2.5, halvesTo(valuesOf(series))[1]))];
}

/** A logarithmic axis around all values, from one of 1, 2, 5, 10, 20 and so on to another. */
export function roundAround(values: readonly number[]): {
  yDomain: [number, number];
  yTicks: number[];
} {
  const positive = values.filter((value) => value > 0);
  const [least, most] = positive.length > 0 ? extent(positive) : [0.01, 1];
  const low = rounds.findLast((round) => round <= least) ?? least;
  const high = rounds.find((round) => round >= most && round > low) ?? most;
  const all = rounds.filter((round) => round >= low && round <= high);
  const powers = all.filter((round) => Number.isInteger(Math.log10(round)));
  const yTicks = all.length > 8 ? powers : all;
  return { yDomain: [low, high], yTicks };
}

const rounds = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3].flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
);

const extent = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** From 0 to the half above all values. */
export function halvesTo(values: readonly number[]): [number, number] {
  return [0, Math.max(0.5, Math.ceil(Math.max(0, ...values) * 2) / 2)];
}

const valuesOf = (series: readonly Series[]) =>
  series.flatMap(({ points }) => points.map(([, y]) => y));
