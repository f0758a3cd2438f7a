import type { RawPixels } from '../../contract/rawPixels.ts';
import type { Picture } from './preprocess.ts';

/** RawPixels as they come out of a message, which leaves their methods behind. */
export type RawRgba = Omit<RawPixels, 'close'>;

/** Pixels that lie in memory, read rectangle by rectangle. */
export function rawPicture({ width: whole, height: tall, rgba }: RawRgba): Picture {
  return {
    width: whole,
    height: tall,
    read(left, top, width, height) {
      const part = new Uint8ClampedArray(width * height * 4);
      for (let row = 0; row < height; row++) {
        const from = ((top + row) * whole + left) * 4;
        part.set(rgba.subarray(from, from + width * 4), row * width * 4);
      }
      return part;
    },
  };
}
