import { CheckpointError, quote } from './checkpointError.ts';
import type { StateDict } from '../contract/stateDict.ts';

/** @throws CheckpointError naming the first tensor that holds infinity or no number (NaN), and where */
export function expectFinite(state: StateDict): void {
  for (const [key, { data }] of Object.entries(state)) {
    for (let i = 0; i < data.length; i++) {
      if (Number.isFinite(data[i])) continue;
      throw new CheckpointError(
        `Value ${i} of ${quote(key)} is ${data[i]}, so this network’s answers are not numbers.`,
        'The training run diverged, or the file is damaged. Choose other weights.',
      );
    }
  }
}
