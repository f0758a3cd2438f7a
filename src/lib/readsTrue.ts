const side = 64;

/**
 * Whether a page gets back the pixels that it draws. Against fingerprinting, some browsers (Tor's, Brave, Firefox
 * on request) answer with noise. Asked anew each time: the reader may have allowed it meanwhile.
 */
export function readsTrue(): boolean {
  // What lacks it is told where pixels are read.
  if (typeof OffscreenCanvas === 'undefined') return true;
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  const known = knownPicture();
  context.putImageData(new ImageData(known, side), 0, 0);
  const { data } = context.getImageData(0, 0, side, side);
  return known.every((value, i) => data[i] === value);
}

/** Opaque RGBA bytes without a pattern: noise may spare what is plain. */
export function knownPicture(): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from({ length: side * side * 4 }, (_, i) => {
    return i % 4 === 3 ? 255 : Math.imul(i + 1, 0x9e3779b1) >>> 24;
  });
}

/** What such a browser is called in a sentence, and what a reader can do about it. */
export const masking = {
  message:
    'This browser hides pixels from web pages, as a protection against being recognised, so the network would see noise in place of the picture.',
  remedy:
    'Save it as a JPEG or PNG, which this page can read by itself. Or allow this site to read canvas data: in Firefox and Tor Browser beside the address, in Brave by lowering its Shields.',
};
