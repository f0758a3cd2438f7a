import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { maxZipEntries } from '../limits.ts';

/** A file in a ZIP archive, as the central directory describes it. Sizes and offsets are in bytes. */
export interface ZipRecord {
  name: string;
  /** 0: stored as it is. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  storedSize: number;
  size: number;
  headerOffset: number;
}

interface Directory {
  start: number;
  end: number;
  count: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const locatorSignature = 0x07064b50;
const locatorLength = 20;
const zip64EndSignature = 0x06064b50;
const zip64EndLength = 56;
const recordSignature = 0x02014b50;
const recordLength = 46;
/** What stands at the end of an archive with as many files as are read, under usual names: the directory. */
export const maxDirectoryBytes = 4_000_000;
/** Fills a field whose value does not fit; the ZIP64 field has the value. */
const elsewhere = 0xffffffff;

/**
 * The central directory of a ZIP or ZIP64 archive, and the byte where it starts.
 * @param bytes the archive, or its end
 * @param before how many bytes of it come before these
 * @see PKWARE's APPNOTE.TXT, sections 4.3.12 to 4.3.16 and 4.5.3
 * @throws CheckpointError
 */
export function readDirectory(
  bytes: Uint8Array,
  before = 0,
): { start: number; records: ZipRecord[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, end, count } = findDirectory(view, before);
  if (start < before) {
    throw new CheckpointError(
      `The archive's directory has more than ${maxDirectoryBytes} bytes.`,
      saveAgain,
    );
  }
  if (count > maxZipEntries) {
    throw new CheckpointError(
      `The archive lists ${count} files; this page reads at most ${maxZipEntries}.`,
      saveAgain,
    );
  }
  const records: ZipRecord[] = [];
  let at = start - before;
  for (let i = 0; i < count; i++) {
    const where = `The archive's directory is damaged at byte ${at}`;
    if (at + recordLength > end - before || view.getUint32(at, true) !== recordSignature) {
      throw new CheckpointError(`${where}: file ${i + 1} of ${count} was expected.`, downloadAgain);
    }
    const nameEnd = at + recordLength + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end - before) {
      throw new CheckpointError(`${where}: file ${i + 1} reaches beyond its end.`, downloadAgain);
    }
    const name = decodeUtf8(bytes.subarray(at + recordLength, nameEnd));
    if (name === undefined) {
      throw new CheckpointError(`${where}: the name is not valid UTF-8.`, downloadAgain);
    }
    const [size, storedSize, headerOffset] = widen(view, nameEnd, extraEnd, name, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    records.push({
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      storedSize,
      size,
      headerOffset,
    });
    at = next;
  }
  return { start, records };
}

/** The end record is last, before a comment of at most 64 kB. */
function findDirectory(view: DataView, before: number): Directory {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endLength + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const directory = readEnd(view, at, before);
    if (directory.start > directory.end || directory.end > before + at) {
      throw new CheckpointError(
        `The archive's directory claims bytes ${directory.start} to ${directory.end} of ${before + at}.`,
        downloadAgain,
      );
    }
    return directory;
  }
  throw new CheckpointError(
    `The archive has no directory at its end: the file was cut short after ${before + view.byteLength} bytes.`,
    downloadAgain,
  );
}

function readEnd(view: DataView, at: number, before: number): Directory {
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (count !== 0xffff && size !== elsewhere && start !== elsewhere) {
    return { count, start, end: start + size };
  }
  const locator = at - locatorLength;
  const at64 =
    locator >= 0 && view.getUint32(locator, true) === locatorSignature
      ? uint64(view, locator + 8) - before
      : Infinity;
  if (
    at64 < 0 ||
    at64 + zip64EndLength > locator ||
    view.getUint32(at64, true) !== zip64EndSignature
  ) {
    throw new CheckpointError(
      `The archive's end at byte ${at} does not point to a ZIP64 directory.`,
      downloadAgain,
    );
  }
  const start64 = uint64(view, at64 + 48);
  return {
    count: uint64(view, at64 + 32),
    start: start64,
    end: start64 + uint64(view, at64 + 40),
  };
}

/** Fields that do not fit 32 bits are in the extra field of id 1, in this order, without the others. */
function widen(
  view: DataView,
  extraStart: number,
  extraEnd: number,
  name: string,
  fields: [number, number, number],
): [number, number, number] {
  if (!fields.includes(elsewhere)) return fields;
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(extraEnd, at + 4 + view.getUint16(at + 2, true));
    let next = at + 4;
    return fields.map((field) => {
      if (field !== elsewhere || next + 8 > end) return field;
      next += 8;
      return uint64(view, next - 8);
    }) as [number, number, number];
  }
  throw new CheckpointError(`${quote(name)} has no ZIP64 sizes in the archive.`, downloadAgain);
}

/** Rounded beyond 2⁵³, which no file reaches. */
function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
