import { masking, readsTrue } from '../../lib/readsTrue.ts';
import { DataError } from '../download/dataError.ts';
import type { Picture } from './preprocess.ts';

/**
 * A bitmap whose pixels can be read, transparent ones on white. Read from it before it is closed.
 * @throws DataError in a browser that answers with noise, or one below the baseline, which has no canvas for
 * workers
 */
export function bitmapPicture(bitmap: ImageBitmap): Picture {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new DataError(
      'This browser has no OffscreenCanvas, which the classifier needs to read the pixels of a picture.',
      'Chrome and Edge from version 69 have it, Firefox from 105, and Safari from 16.4.',
    );
  }
  if (!readsTrue()) throw new DataError(masking.message, masking.remedy);
  const canvas = new OffscreenCanvas(1, 1);
  return {
    width: bitmap.width,
    height: bitmap.height,
    read(left, top, width, height) {
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context)
        throw new Error(`the browser could not create a canvas of ${width}×${height} pixels`);
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      context.drawImage(bitmap, left, top, width, height, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data;
    },
  };
}
