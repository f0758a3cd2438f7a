import { crc32 } from '../../lib/crc32.ts';
import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { readDirectory, type ZipRecord } from './zipDirectory.ts';

const localSignature = 0x04034b50;
const localLength = 30;

/** Whether an archive keeps a file compressed in the usual way, by deflate. */
export function isPacked({ method, isEncrypted }: ZipRecord): boolean {
  return method === 8 && !isEncrypted;
}

/** Whether this is only a folder, which tools that pack again write beside its files. */
function isFolder({ name, size, method }: ZipRecord): boolean {
  return (
    size === 0 &&
    method === 0 &&
    /^[^/\\\0]+(\/[^/\\\0]+)*\/$/.test(name) &&
    !/(^|\/)\.\.?\//.test(name)
  );
}

/**
 * The files of an archive by name: views of `bytes`, or from `inflated` where they are compressed. All
 * checksums hold, no file overlaps another, and every name is a plain relative path.
 * @param inflated what inflatePth has unpacked
 * @throws CheckpointError naming the file
 */
export function readZip(
  bytes: Uint8Array,
  inflated: ReadonlyMap<string, Uint8Array> = new Map(),
): Map<string, Uint8Array> {
  const { start, records: entries } = readDirectory(bytes);
  const records = entries.filter((record) => !isFolder(record));
  const files = new Map<string, Uint8Array>();
  let filled = 0;
  for (const record of [...records].sort((a, b) => a.headerOffset - b.headerOffset)) {
    const { name, headerOffset, crc } = record;
    const unpacked = isPacked(record) ? inflated.get(name) : undefined;
    checkRecord(record, unpacked !== undefined);
    if (files.has(name)) {
      throw new CheckpointError(`The archive contains ${quote(name)} twice.`, saveAgain);
    }
    if (headerOffset < filled) {
      throw new CheckpointError(
        `${quote(name)} begins at byte ${headerOffset} of the archive, inside the file before it, which ends at ${filled}.`,
        downloadAgain,
      );
    }
    const stored = storedBytes(bytes.subarray(0, start), record);
    const content = unpacked ?? stored;
    if (crc32(content) !== crc) {
      throw new CheckpointError(
        `The checksum of ${quote(name)} does not match: its bytes have changed.`,
        downloadAgain,
      );
    }
    files.set(name, content);
    filled = stored.byteOffset - bytes.byteOffset + stored.length;
  }
  return files;
}

function checkRecord(
  { name, method, isEncrypted, size, storedSize }: ZipRecord,
  isUnpacked: boolean,
): void {
  if (isEncrypted || (!isUnpacked && (method !== 0 || size !== storedSize))) {
    throw new CheckpointError(
      isEncrypted || method === 0 || method === 8
        ? `${quote(name)} is ${isEncrypted ? 'encrypted' : 'compressed'} in the archive, but PyTorch stores files as they are.`
        : `${quote(name)} is compressed in the archive by a method (${method}) that this page does not read, and PyTorch stores files as they are.`,
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

/**
 * The bytes of a file as the archive has them, as a view.
 * @param bytes the archive up to its directory
 * @throws CheckpointError when they are not where the directory says they are
 */
export function storedBytes(
  bytes: Uint8Array,
  { name, storedSize, headerOffset }: ZipRecord,
): Uint8Array {
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
  if (begin + storedSize > bytes.length) {
    throw new CheckpointError(
      `${quote(name)} takes bytes ${begin} to ${begin + storedSize} of an archive whose files end at ${bytes.length}.`,
      downloadAgain,
    );
  }
  return bytes.subarray(begin, begin + storedSize);
}
