import { readAvif } from './avif.ts';
import { readBmp, readIco } from './bitmaps.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** What a picture file says of itself, before anything is decoded. */
export interface Structure {
  /** In pixels, as stored; 0 or NaN where it does not say. */
  width: number;
  height: number;
  /** What browsers pass over: they show a cut picture with grey in place of the rest. */
  flaw: 'cut' | 'damaged' | null;
}

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
