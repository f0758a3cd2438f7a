/** One line of the benchmark's table. */
export interface Result {
  key: string;
  /** The median, where there are several samples. */
  value: number;
  /** The median of the samples' distances from the median. */
  spread?: number;
  unit: string;
  /** What the project promises of the value. */
  promise?: { atMost: number } | { atLeast: number };
}

/** A result from samples: their median and its spread. */
export function summarise(
  key: string,
  samples: number[],
  unit: string,
  promise?: Result['promise'],
): Result {
  const value = median(samples);
  const spread = median(samples.map((sample) => Math.abs(sample - value)));
  return { key, value, spread, unit, ...(promise && { promise }) };
}

export function median(samples: number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? (sorted[middle - 1]! + sorted[middle]!) / 2
    : sorted[Math.floor(middle)]!;
}

/** Undefined where nothing is promised. A value that is not a number keeps no promise. */
export function isMet({ value, promise }: Result): boolean | undefined {
  if (!promise) return undefined;
  return 'atMost' in promise ? value <= promise.atMost : value >= promise.atLeast;
}
