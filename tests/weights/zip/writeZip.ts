import { crc32 } from 'node:zlib';

/** A file for an archive. What is given besides name and content stands in the archive instead of the truth. */
export interface ZipFile {
  name: string;
  content: Uint8Array;
  localName?: string;
  method?: number;
  flags?: number;
  crc?: number;
  size?: number;
  storedSize?: number;
  /** Where the directory says that the file begins. */
  headerOffset?: number;
}

/**
 * An archive of stored files, or of what they claim to be.
 * @param count stands in the archive for the number of files
 * @param zip64 whether the directory keeps sizes and places in the 64-bit fields of ZIP64
 */
export function writeZip(files: ZipFile[], count = files.length, zip64 = false): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const { name, content, localName = name, method = 0, flags = 0, headerOffset = at } = file;
    const { crc = crc32(content), size = content.length, storedSize = size } = file;
    const sums = [uint32(crc), uint32(storedSize), uint32(size)];
    const attributes = [uint16(flags), uint16(method), uint32(0)];
    const local = Buffer.concat([
      ...[Buffer.from('PK\x03\x04'), uint16(20), ...attributes, ...sums],
      ...[uint16(Buffer.byteLength(localName)), uint16(0), Buffer.from(localName), content],
    ]);
    const places = [uint32(storedSize), uint32(size), uint32(headerOffset)];
    // The 64-bit fields stand in another order than the 32-bit ones.
    const wide = [uint16(1), uint16(24), uint64(size), uint64(storedSize), uint64(headerOffset)];
    const [stored, whole, place] = zip64 ? [elsewhere, elsewhere, elsewhere] : places;
    const extra = zip64 ? Buffer.concat(wide) : Buffer.alloc(0);
    directory.push(
      ...[Buffer.from('PK\x01\x02'), uint16(20), uint16(20), ...attributes],
      ...[uint32(crc), stored!, whole!, uint16(Buffer.byteLength(name)), uint16(extra.length)],
      ...[uint16(0), uint16(0), uint16(0), uint32(0), place!, Buffer.from(name), extra],
    );
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const counts = [uint16(count), uint16(count)];
  const end = [Buffer.from('PK\x05\x06'), uint32(0), ...counts, uint32(central.length), uint32(at)];
  if (!zip64) return bytesOf([...parts, central, ...end, uint16(0)]);
  return bytesOf([
    ...[...parts, central],
    ...[Buffer.from('PK\x06\x06'), uint64(44), uint32(0), uint32(0), uint32(0)],
    ...[uint64(count), uint64(count), uint64(central.length), uint64(at)],
    ...[Buffer.from('PK\x06\x07'), uint32(0), uint64(at + central.length), uint32(1)],
    ...[Buffer.from('PK\x05\x06'), uint32(0), elsewhere, elsewhere, elsewhere, uint16(0)],
  ]);
}

/** In memory of its own, not in Node's pool. */
export function bytesOf(parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Stands where ZIP64 has the value elsewhere. */
const elsewhere = uint32(0xffffffff);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** What does not fit becomes the sign that ZIP64 has it. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(Math.min(value, 0xffffffff));
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
