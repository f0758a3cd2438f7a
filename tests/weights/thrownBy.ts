import { CheckpointError } from '../../src/weights/checkpointError.ts';

/** The CheckpointError that `read` throws. Any other error is thrown on; none is an error as well. */
export function thrownBy(read: () => unknown): CheckpointError {
  try {
    read();
  } catch (error) {
    if (error instanceof CheckpointError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
