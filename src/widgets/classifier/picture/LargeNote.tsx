import { sides, type Size } from './opening/openPicture.ts';

/** Shown while a picture is opened for which that takes seconds. */
export function LargeNote(size: Size) {
  const megapixels = Math.round((size.width * size.height) / 1e6);
  return (
    <p className="large-note" role="status">
      This picture is large: {sides(size)} pixels, {megapixels} megapixels. Opening it takes a
      while.
    </p>
  );
}
