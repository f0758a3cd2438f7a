import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { maxInflatedBytes } from '../limits.ts';
import { findPickle } from './findPickle.ts';
import { isPacked, storedBytes } from '../zip/zip.ts';
import { readDirectory, type ZipRecord } from '../zip/zipDirectory.ts';

/** Deflate makes a file at most 1,032 times smaller; what claims more is a trap. */
const maxRatio = 1032;

/**
 * The contents of the files that torch.save's archive keeps compressed by deflate, as tools that pack again do, by name.
 * PyTorch itself stores files as they are, and then there are none. No more is unpacked than the archive's
 * directory claims, and that is looked at first.
 * @throws CheckpointError
 */
export async function inflatePth(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { start, records } = readDirectory(bytes);
  findPickle(records);
  const packed = records.filter(isPacked);
  const claimed = packed.reduce((sum, { size }) => sum + size, 0);
  if (claimed > maxInflatedBytes) {
    throw new CheckpointError(
      `The archive is compressed and claims ${(claimed / 1e9).toFixed(1)} GB unpacked; this page unpacks at most ${(maxInflatedBytes / 1e9).toFixed(1)} GB.`,
      'Save the weights alone, without what training needs beside them.',
    );
  }
  const contents = new Map<string, Uint8Array>();
  for (const record of packed) {
    const { name, size, storedSize } = record;
    if (size > maxRatio * storedSize) {
      throw new CheckpointError(
        `${quote(name)} claims ${size} bytes unpacked from ${storedSize}, which compression cannot do.`,
        downloadAgain,
      );
    }
    contents.set(name, await inflate(storedBytes(bytes.subarray(0, start), record), record));
  }
  return contents;
}

async function inflate(packed: Uint8Array, { name, size }: ZipRecord): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined') {
    throw new CheckpointError(
      `${quote(name)} is compressed in the archive, and this browser cannot unpack it.`,
      saveAgain,
    );
  }
  const content = new Uint8Array(size);
  let filled = 0;
  const unpacking = new Blob([packed as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = unpacking.getReader();
  for (;;) {
    const part = await reader.read().catch((cause: unknown) => {
      throw new CheckpointError(
        `${quote(name)} is damaged: it cannot be unpacked.`,
        downloadAgain,
        { cause },
      );
    });
    if (part.done) break;
    if (filled + part.value.length > size) {
      await reader.cancel().catch(() => undefined);
      throw new CheckpointError(
        `${quote(name)} is larger unpacked than the ${size} bytes that the archive claims.`,
        downloadAgain,
      );
    }
    content.set(part.value, filled);
    filled += part.value.length;
  }
  if (filled < size) {
    throw new CheckpointError(
      `${quote(name)} has ${filled} bytes unpacked, where the archive claims ${size}.`,
      downloadAgain,
    );
  }
  return content;
}
