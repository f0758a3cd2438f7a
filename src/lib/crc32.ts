const at = (numbers: Uint8Array | Int32Array, index: number) => numbers[index] as number;

/** Eight tables of 256 entries: eight bytes are taken at once ("slicing by 8", Kounavis and Berry 2005). */
const tables = makeTables(8);

/** CRC-32 of `bytes` as ZIP, PNG and zlib compute it (polynomial 0xEDB88320), as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  if (bytes.length < 16) return ~byBytes(-1, bytes, 0, bytes.length) >>> 0;
  // Words must be aligned. Little-endian is taken for granted, as by all typed arrays over files here.
  const wordsStart = -bytes.byteOffset & 3;
  const pairs = (bytes.length - wordsStart) >>> 3;
  const wordsEnd = wordsStart + 8 * pairs;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + wordsStart, 2 * pairs);

  let crc = byBytes(-1, bytes, 0, wordsStart);
  for (let i = 0; i < words.length; i += 2) {
    const a = at(words, i) ^ crc;
    const b = at(words, i + 1);
    crc =
      at(tables, 0x700 | (a & 0xff)) ^
      at(tables, 0x600 | ((a >>> 8) & 0xff)) ^
      at(tables, 0x500 | ((a >>> 16) & 0xff)) ^
      at(tables, 0x400 | (a >>> 24)) ^
      at(tables, 0x300 | (b & 0xff)) ^
      at(tables, 0x200 | ((b >>> 8) & 0xff)) ^
      at(tables, 0x100 | ((b >>> 16) & 0xff)) ^
      at(tables, b >>> 24);
  }
  return ~byBytes(crc, bytes, wordsEnd, bytes.length) >>> 0;
}

function byBytes(crc: number, bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) crc = (crc >>> 8) ^ at(tables, (crc ^ at(bytes, i)) & 0xff);
  return crc;
}

/** Table k, at 256 × k, holds the CRC of each byte followed by k zero bytes. */
function makeTables(count: number): Int32Array {
  const all = new Int32Array(count * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    all[byte] = crc;
  }
  for (let i = 256; i < all.length; i++) {
    const shorter = at(all, i - 256);
    all[i] = (shorter >>> 8) ^ at(all, shorter & 0xff);
  }
  return all;
}
