import type { CopyExperiment } from './experiments.ts';
import type { NetworkKind } from './networks.ts';

/** One run of the copying experiment, recorded for the cover; its pictures are in a PNG beside it. */
export interface CopyRecord {
  /** ISO 8601 */
  recordedAt: string;
  /** What computed it. */
  engine: string;
  /** Where the pictures come from, and which of them is shown. */
  data: string;
  /** All that repeats the run. */
  settings: CopyExperiment;
  /** The mean squared error of one flat colour, pixels from 0 to 1. */
  greyError: number;
  /** The mean squared error of each stack before each step's update, in seven digits; the first is step 1's. */
  errors: Record<NetworkKind, number[]>;
  /** The steps whose pictures are kept. */
  moments: number[];
}
