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

/** An archive of stored files, or of what they claim to be. `count` stands for the number of files. */
export function writeZip(files: ZipFile[], count = files.length): Uint8Array {
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
    directory.push(
      ...[Buffer.from('PK\x01\x02'), uint16(20), uint16(20), ...attributes, ...sums],
      ...[uint16(Buffer.byteLength(name)), uint32(0), uint16(0), uint16(0), uint32(0)],
      ...[uint32(headerOffset), Buffer.from(name)],
    );
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = [uint32(0), uint16(count), uint16(count), uint32(central.length), uint32(at)];
  return bytesOf([...parts, central, Buffer.from('PK\x05\x06'), ...end, uint16(0)]);
}

/** In memory of its own, not in Node's pool. */
export function bytesOf(parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
