import type { Sample } from './page/protocol.ts';

/** A candidate that has started, in the browser or as a process. */
export interface StartedCandidate {
  run(steps: number): Promise<Pick<Sample, 'ms' | 'stepMs' | 'losses'>>;
  stop(): Promise<void>;
}
