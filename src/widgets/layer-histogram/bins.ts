/** Where values lie: equal bins from −`reach` to `reach`, and how many lie outside. */
export interface Histogram {
  /** Shares of all values, from the lowest bin to the highest. */
  shares: number[];
  reach: number;
  outside: number;
  mean: number;
  deviation: number;
}

/** 64 bins, from −8 to 8: the same before and after, so that a shift looks like one. */
export const reach = 8;
const count = 64;

export function histogramOf(values: Float32Array): Histogram {
  const shares = new Array<number>(count).fill(0);
  let outside = 0;
  let sum = 0;
  for (const value of values) {
    sum += value;
    const bin = Math.floor(((value + reach) / (2 * reach)) * count);
    if (bin >= 0 && bin < count) shares[bin] = (shares[bin] as number) + 1 / values.length;
    else outside += 1 / values.length;
  }
  const mean = sum / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { shares, reach, outside, mean, deviation: Math.sqrt(squares / values.length) };
}
