import { crc32 } from '../../../../lib/crc32.ts';
import { numbersOf } from './bytes.ts';
import { latin1 } from './formats.ts';
import type { Structure } from './structure.ts';

/** Follows a PNG's chunks to its last, and checks the sums of those that make the picture (ISO 15948, 5.3). */
export function readPng(bytes: Uint8Array): Structure {
  const { big32 } = numbersOf(bytes);
  const size = { width: big32(16), height: big32(20) };
  for (let place = 8; ;) {
    const end = place + 12 + big32(place);
    if (!(end <= bytes.length)) return { ...size, flaw: 'cut' };
    const type = latin1(bytes.subarray(place + 4, place + 8));
    // Downloads that were broken off may be filled up with zeros.
    if (!/^[a-z]{4}$/i.test(type)) return { ...size, flaw: 'damaged' };
    const isNeeded = /^[A-Z]/.test(type);
    if (isNeeded && crc32(bytes.subarray(place + 4, end - 4)) !== big32(end - 4)) {
      return { ...size, flaw: 'damaged' };
    }
    if (type === 'IEND') return { ...size, flaw: null };
    place = end;
  }
}
