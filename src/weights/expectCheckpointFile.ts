import { CheckpointError } from './checkpointError.ts';
import { formatOf, headLength } from './formatOf.ts';
import { maxFileBytes } from './limits.ts';

/**
 * Looks at a file's size and its first bytes before all of it is read.
 * @throws CheckpointError when it is too large or no checkpoint
 */
export async function expectCheckpointFile(
  file: Pick<File, 'name' | 'size' | 'slice'>,
): Promise<void> {
  const head = new Uint8Array(await file.slice(0, headLength).arrayBuffer());
  try {
    formatOf(head);
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new CheckpointError(`${file.name}: ${error.message}`, error.remedy, { cause: error });
  }
  if (file.size <= maxFileBytes) return;
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new CheckpointError(
    `${file.name} has ${gigabytes(file.size)} GB; this page reads at most ${gigabytes(maxFileBytes)} GB.`,
    'A ResNet-34 has 87 MB. Save the weights alone, without what training needs beside them.',
  );
}
