import type { StateDict } from '../contract/stateDict.ts';

/** What a checkpoint holds. */
export interface Checkpoint {
  state: StateDict;
  /** What was chosen or passed over in the file, in sentences for the reader; often none. */
  notes: string[];
}
