import { bin, mean as meanOf, range, sum } from 'd3';

/** Where values lie: equal bins from −`reach` to `reach`, and how many lie outside. */
export interface Histogram {
  /** Shares of all values, from the lowest bin to the highest. */
  shares: number[];
  outside: number;
  mean: number;
  /** Of these values themselves, divided by their number as batch norm does. */
  deviation: number;
}

/** 64 bins, from −8 to 8: the same before and after, so that a shift looks like one. */
export const reach = 8;
export const binWidth = 0.25;

const toBins = bin()
  .domain([-reach, reach])
  .thresholds(range(-reach, reach, binWidth));

export function histogramOf(values: Float32Array): Histogram {
  const counts = toBins(values).map(({ length }) => length);
  const mean = meanOf(values) ?? NaN;
  const variance = meanOf(values, (value) => (value - mean) ** 2) ?? NaN;
  const share = (count: number) => count / values.length;
  return {
    shares: counts.map(share),
    outside: share(values.length - sum(counts)),
    mean,
    deviation: Math.sqrt(variance),
  };
}
