import { numbersOf } from './bytes.ts';
import type { Structure } from './structure.ts';

/**
 * Follows a JPEG's markers (ITU T.81, annex B) to the end of its picture. Phones append videos and other
 * pictures behind it, and metadata hold small copies: neither counts.
 */
export function readJpeg(bytes: Uint8Array): Structure {
  const { big16 } = numbersOf(bytes);
  const size = { width: 0, height: 0 };
  let place = 2;
  for (;;) {
    // Between the segments lie the scans, in which 0xFF is followed by 0 or by a restart marker.
    place = bytes.indexOf(0xff, place);
    const marker = bytes[place + 1];
    if (place < 0 || marker === undefined) return { ...size, flaw: 'cut' };
    if (marker === endOfImage) return { ...size, flaw: null };
    if (marker === 0xff) place += 1;
    else if (standsAlone(marker)) place += 2;
    else {
      const end = place + 2 + big16(place + 2);
      if (!(end <= bytes.length)) return { ...size, flaw: 'cut' };
      if (isStartOfFrame(marker)) {
        size.height = big16(place + 5);
        size.width = big16(place + 7);
      }
      place = end;
    }
  }
}

const endOfImage = 0xd9;
const standsAlone = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isStartOfFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
