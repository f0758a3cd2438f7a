import type { Browser } from 'playwright';
import type { Result } from './result.ts';

export interface Conditions {
  browser: Browser;
  /** Where the built chapter is served. */
  siteUrl: string;
  /** Fewer steps and rounds, for a result in under 3 minutes. */
  quick: boolean;
  /** Whether the user asked for this key. */
  wants(key: string): boolean;
}

/** A part of the benchmark. It is left out if the user wants none of its keys. */
export interface Measurement {
  keys: string[];
  run(conditions: Conditions): Promise<Result[]>;
}
