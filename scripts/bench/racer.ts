import type { Lap } from './page/protocol.ts';

/** An entrant that has started, in the browser or as a process. */
export interface Racer {
  run(steps: number): Promise<Pick<Lap, 'ms' | 'stepMs' | 'losses'>>;
  stop(): Promise<void>;
}
