import { numbersOf } from './bytes.ts';
import type { Structure } from './structure.ts';

/** Follows a GIF's blocks (GIF89a, section 12) to the end of its first frame: no other is shown. */
export function readGif(bytes: Uint8Array): Structure {
  const { at, little16 } = numbersOf(bytes);
  const size = { width: little16(6), height: little16(8) };
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  /** Where a row of sub-blocks ends; NaN beyond the file's end. */
  const endOfBlocks = (place: number) => {
    while (at(place) > 0) place += 1 + at(place);
    return at(place) === 0 ? place + 1 : NaN;
  };
  let place = 13 + colours(at(10));
  while (at(place) === 0x21) place = endOfBlocks(place + 2);
  if (at(place) !== 0x2c) return { ...size, flaw: place < bytes.length ? 'damaged' : 'cut' };
  const end = endOfBlocks(place + 11 + colours(at(place + 9)));
  return { ...size, flaw: end <= bytes.length ? null : 'cut' };
}
