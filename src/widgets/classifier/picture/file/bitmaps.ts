import { numbersOf } from './bytes.ts';
import type { Structure } from './structure.ts';

/** A BMP: what its header announces must be there. Of compressed ones nothing is known. */
export function readBmp(bytes: Uint8Array): Structure {
  const { little16, little32 } = numbersOf(bytes);
  // Before Windows 3 both were 16 bits.
  if (little32(14) < 40) return { width: little16(18), height: little16(20), flaw: null };
  const width = little32(18);
  const height = Math.abs(little32(22) | 0);
  const isPlain = [0, 3].includes(little32(30));
  const rowBytes = Math.ceil((width * little16(28)) / 32) * 4;
  const isWhole = !isPlain || little32(10) + rowBytes * height <= bytes.length;
  return { width, height, flaw: isWhole ? null : 'cut' };
}

/** An ICO: a list of pictures and of where they lie. */
export function readIco(bytes: Uint8Array): Structure {
  const { at, little16, little32 } = numbersOf(bytes);
  const entries = Array.from({ length: little16(4) }, (_, entry) => 6 + 16 * entry);
  const isWhole = entries.every((place) => {
    return little32(place + 12) + little32(place + 8) <= bytes.length;
  });
  const sides = (first: number) => entries.map((place) => at(place + first) || 256);
  return {
    width: Math.max(...sides(0)),
    height: Math.max(...sides(1)),
    flaw: isWhole ? null : 'cut',
  };
}
