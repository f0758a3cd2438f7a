import { crc32 } from '../../lib/crc32.ts';
import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { readDirectory, type ZipRecord } from './zipDirectory.ts';

const localSignature = 0x04034b50;
const localLength = 30;

/**
 * The files of an archive of stored (uncompressed) files by name, as views of `bytes`. All checksums hold,
 * no file overlaps another, and every name is a plain relative path.
 * @throws CheckpointError naming the file
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const { start, records } = readDirectory(bytes);
  const files = new Map<string, Uint8Array>();
  let filled = 0;
  for (const record of [...records].sort((a, b) => a.headerOffset - b.headerOffset)) {
    const { name, headerOffset, crc } = record;
    checkRecord(record);
    if (files.has(name)) {
      throw new CheckpointError(`The archive contains ${quote(name)} twice.`, saveAgain);
    }
    if (headerOffset < filled) {
      throw new CheckpointError(
        `${quote(name)} begins at byte ${headerOffset} of the archive, inside the file before it, which ends at ${filled}.`,
        downloadAgain,
      );
    }
    const content = readStored(bytes.subarray(0, start), record);
    if (crc32(content) !== crc) {
      throw new CheckpointError(
        `The checksum of ${quote(name)} does not match: its bytes have changed.`,
        downloadAgain,
      );
    }
    files.set(name, content);
    filled = content.byteOffset - bytes.byteOffset + content.length;
  }
  return files;
}

function checkRecord({ name, method, isEncrypted, size, storedSize }: ZipRecord): void {
  if (isEncrypted || method !== 0 || size !== storedSize) {
    throw new CheckpointError(
      `${quote(name)} is ${isEncrypted ? 'encrypted' : 'compressed'} in the archive, but PyTorch stores files as they are.`,
      saveAgain,
    );
  }
  const isPlain = name
    .split('/')
    .every(
      (part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]|^[a-z]:$/i.test(part),
    );
  if (!isPlain) {
    throw new CheckpointError(
      `The archive has a file named ${quote(name)}, which is not a plain path.`,
      saveAgain,
    );
  }
}

/** @param bytes the archive up to its directory */
function readStored(bytes: Uint8Array, { name, size, headerOffset }: ZipRecord): Uint8Array {
  const nameStart = headerOffset + localLength;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (nameStart > bytes.length || view.getUint32(headerOffset, true) !== localSignature) {
    throw new CheckpointError(
      `${quote(name)} is not at byte ${headerOffset} of the archive, where its directory says it is.`,
      downloadAgain,
    );
  }
  const nameEnd = nameStart + view.getUint16(headerOffset + 26, true);
  const encoded = new TextEncoder().encode(name);
  if (
    encoded.length !== nameEnd - nameStart ||
    encoded.some((byte, i) => byte !== bytes[nameStart + i])
  ) {
    throw new CheckpointError(
      `${quote(name)} has a different name at byte ${nameStart} than in the archive's directory.`,
      downloadAgain,
    );
  }
  const begin = nameEnd + view.getUint16(headerOffset + 28, true);
  if (begin + size > bytes.length) {
    throw new CheckpointError(
      `${quote(name)} takes bytes ${begin} to ${begin + size} of an archive whose files end at ${bytes.length}.`,
      downloadAgain,
    );
  }
  return bytes.subarray(begin, begin + size);
}
