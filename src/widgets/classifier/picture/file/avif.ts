import { numbersOf } from './bytes.ts';
import { headBytes, latin1 } from './formats.ts';
import type { Structure } from './structure.ts';

/** Follows the boxes of an AVIF or HEIC file (ISO 14496-12, 4.2) to its end, and takes the largest size they name. */
export function readAvif(bytes: Uint8Array): Structure {
  const { big32 } = numbersOf(bytes);
  const size = { width: 0, height: 0 };
  for (const { index } of latin1(bytes.subarray(0, headBytes)).matchAll(/ispe\0{4}/g)) {
    size.width = Math.max(size.width, big32(index + 8));
    size.height = Math.max(size.height, big32(index + 12));
  }
  // Fewer bytes than a box's head are not another box.
  for (let place = 0; place + 8 <= bytes.length;) {
    const short = big32(place);
    const length = short === 1 ? big32(place + 8) * 2 ** 32 + big32(place + 12) : short;
    // The last box may say that it goes on to the end.
    if (length === 0) break;
    place += length;
    if (!(place <= bytes.length)) return { ...size, flaw: 'cut' };
  }
  return { ...size, flaw: null };
}
