/** A run after a step, kept outside the device. The order of the pictures follows from the step. */
export interface Checkpoint {
  step: number;
  /** What the steps so far took, in milliseconds. */
  trainingMs: number;
  /** In the order of the run; none for the start, which the seed gives. */
  networks: { diverged: boolean; values: Float32Array[] }[];
}
