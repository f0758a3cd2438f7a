import { CheckpointError } from './checkpointError.ts';

/** The same error, if it is a CheckpointError, with the name by which the reader knows the file before it. */
export function withFileName(name: string, error: unknown): unknown {
  if (!(error instanceof CheckpointError)) return error;
  return new CheckpointError(`${name}: ${error.message}`, error.remedy, { cause: error });
}
