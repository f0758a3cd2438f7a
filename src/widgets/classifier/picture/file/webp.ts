import { numbersOf } from './bytes.ts';
import { latin1 } from './formats.ts';
import type { Structure } from './structure.ts';

/** A WebP says at its beginning how long it is (RFC 9649, 2.4), and its first chunk how large. */
export function readWebp(bytes: Uint8Array): Structure {
  const { at, little16, little32 } = numbersOf(bytes);
  const flaw = little32(4) + 8 <= bytes.length ? null : 'cut';
  const little24 = (place: number) => little16(place) + at(place + 2) * 0x10000;
  switch (latin1(bytes.subarray(12, 16))) {
    case 'VP8X':
      return { width: little24(24) + 1, height: little24(27) + 1, flaw };
    case 'VP8L':
      return {
        width: (little32(21) & 0x3fff) + 1,
        height: ((little32(21) >>> 14) & 0x3fff) + 1,
        flaw,
      };
    default:
      return { width: little16(26) & 0x3fff, height: little16(28) & 0x3fff, flaw };
  }
}
