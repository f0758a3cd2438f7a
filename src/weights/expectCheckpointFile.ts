import { CheckpointError, saveAgain } from './checkpointError.ts';
import { formatOf, headLength, type Format } from './formatOf.ts';
import { largeFileBytes, maxFileBytes, maxHeaderBytes } from './limits.ts';
import { expectEntries } from './safetensors/safetensorsHeader.ts';
import { findPickle } from './torch/findPickle.ts';
import { withFileName } from './withFileName.ts';
import { maxDirectoryBytes, readDirectory } from './zip/zipDirectory.ts';

type AnyFile = Pick<File, 'name' | 'size' | 'slice'>;

/**
 * Looks at a file's size and its first bytes before all of it is read; of a large one also at the list of what
 * it holds.
 * @throws CheckpointError when it is too large or no checkpoint
 */
export async function expectCheckpointFile(file: AnyFile): Promise<void> {
  try {
    const head = await read(file, 0, headLength);
    const format = formatOf(head);
    if (file.size > largeFileBytes) await expectContents(file, format, head);
  } catch (error) {
    throw withFileName(file.name, error);
  }
  if (file.size <= maxFileBytes) return;
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new CheckpointError(
    `${file.name} has ${gigabytes(file.size)} GB; this page reads at most ${gigabytes(maxFileBytes)} GB.`,
    'A ResNet-34 has 87 MB. Save the weights alone, without what training needs beside them.',
  );
}

async function expectContents(file: AnyFile, format: Format, head: Uint8Array): Promise<void> {
  switch (format) {
    case 'torch archive': {
      const before = Math.max(0, file.size - maxDirectoryBytes);
      findPickle(readDirectory(await read(file, before, file.size), before).records);
      return;
    }
    case 'torch stream':
      if (magic.test(String.fromCharCode(...head.subarray(0, 64)))) return;
      throw new CheckpointError(
        'The file is a pickle, but torch.save did not write it.',
        saveAgain,
      );
    case 'safetensors':
      // Larger ones are told by their size.
      if (file.size > maxFileBytes) return;
      expectEntries(await read(file, 0, 8 + maxHeaderBytes), file.size);
  }
}

/** The bytes of torch.save's magic number, 0x1950a86a20f9469cfc6c, the lowest first. */
const magic = /\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19/;

async function read(file: AnyFile, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
