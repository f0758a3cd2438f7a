const at = (numbers: Uint8Array | Uint32Array, index: number) => numbers[index] as number;

/** Bytes taken at once: four tables of 256 entries each ("slicing by 4", Kounavis and Berry 2005). */
const slices = 4;
const tables = makeTables();

/** CRC-32 of `bytes` as ZIP, PNG and zlib compute it (polynomial 0xEDB88320), as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const inFours = bytes.length - (bytes.length % slices);
  let crc = -1;
  let i = 0;
  for (; i < inFours; i += slices) {
    crc ^=
      at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    crc =
      at(t3, crc & 0xff) ^
      at(t2, (crc >>> 8) & 0xff) ^
      at(t1, (crc >>> 16) & 0xff) ^
      at(t0, crc >>> 24);
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ at(t0, (crc ^ at(bytes, i)) & 0xff);
  return ~crc >>> 0;
}

/** Table k holds the CRC of each byte followed by k zero bytes. */
function makeTables(): Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  const all = [first];
  for (let k = 1; k < slices; k++) {
    const shorter = all[k - 1] as Uint32Array;
    all.push(shorter.map((crc) => (crc >>> 8) ^ at(first, crc & 0xff)));
  }
  return all;
}
