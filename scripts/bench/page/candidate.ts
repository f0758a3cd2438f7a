/** One implementation of the training step, started with a workload's network and batches. */
export interface Candidate {
  /** Takes the next batch to the device, trains on it and reads its loss back. */
  step(): Promise<Step>;
  /** Waits for the steps that have begun beyond those asked for. */
  finish?(): Promise<void>;
}

export interface Step {
  loss: number;
  /** By the candidate's own clock, in milliseconds. */
  ms: number;
}
