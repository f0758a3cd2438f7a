import { readAvif } from './avif.ts';
import { readBmp, readIco } from './bitmaps.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import type { Structure } from './structure.ts';
import { readWebp } from './webp.ts';

const readers: Readonly<Record<string, (bytes: Uint8Array) => Structure>> = {
  'a JPEG picture': readJpeg,
  'a PNG picture': readPng,
  'a GIF picture': readGif,
  'a WebP picture': readWebp,
  'a BMP picture': readBmp,
  'an ICO picture': readIco,
  'an AVIF picture': readAvif,
};

/** The structure of a picture file of a format that `formatOf` has told; of others nothing is known. */
export function structureOf(called: string, bytes: Uint8Array): Structure {
  return readers[called]?.(bytes) ?? { width: 0, height: 0, flaw: null };
}
