import { RawPixels } from '../../../contract/rawPixels.ts';

const longestPreview = 1000;

/** A picture at the size at which it is shown, so that a large one is not kept as a whole. */
export function makePreview(picture: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = previewSize(picture.width, picture.height, longestPreview);
  const source =
    picture instanceof RawPixels ? new ImageData(picture.rgba, picture.width) : picture;
  return createImageBitmap(source, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
}

/** At most `longest` pixels a side, and at least one. */
export function previewSize(width: number, height: number, longest: number) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
