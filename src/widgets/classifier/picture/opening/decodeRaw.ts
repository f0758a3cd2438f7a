import { RawPixels } from '../../../../contract/rawPixels.ts';
import { knownPicture } from '../../../../lib/readsTrue.ts';
import { unpackPng } from './unpackPng.ts';

type Rgba = Uint8ClampedArray<ArrayBuffer>;

/**
 * The pixels of a picture without a canvas, upright as its EXIF says; null where there is no way to them. JPEG and
 * PNG have decoders of their own, which are loaded only here; for the others there is WebCodecs.
 */
export async function decodeRaw(file: Blob, called: string): Promise<RawPixels | null> {
  const own = await ownDecoder(file, called);
  if (own) return own;
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const known = new ImageData(knownPicture(), 64);
  const echo = await throughFrame(await createImageBitmap(known));
  const isTrue = echo?.rgba.every((value, i) => value === known.data[i]);
  return isTrue ? throughFrame(bitmap) : null;
}

/** What the page's own decoders make of a JPEG or PNG; null of what they cannot read, as JPEGs in CMYK. */
export async function ownDecoder(file: Blob, called: string): Promise<RawPixels | null> {
  return ownDecoders[called]?.(await file.arrayBuffer()).catch(() => null) ?? null;
}

const ownDecoders: Readonly<Record<string, (bytes: ArrayBuffer) => Promise<RawPixels>>> = {
  async 'a JPEG picture'(bytes) {
    const { default: decode } = await import('@jsquash/jpeg/decode.js');
    const { width, height, data } = await decode(bytes, { preserveOrientation: true });
    return new RawPixels(width, height, data as Rgba);
  },
  async 'a PNG picture'(bytes) {
    const { decode } = await import('fast-png');
    const png = decode(bytes);
    return new RawPixels(png.width, png.height, onWhite(unpackPng(png)));
  },
};

/** What is used of a VideoFrame, which browsers of the baseline may lack. */
interface Frame {
  codedWidth: number;
  allocationSize(options: { format: string }): number;
  copyTo(target: Uint8ClampedArray, options: { format: string }): Promise<unknown>;
  close(): void;
}

/** A bitmap's pixels, as WebCodecs copies them; the bitmap is closed. */
async function throughFrame(bitmap: ImageBitmap): Promise<RawPixels | null> {
  const { width, height } = bitmap;
  const { VideoFrame } = globalThis as { VideoFrame?: new (...of: unknown[]) => Frame };
  if (!VideoFrame) return null;
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  bitmap.close();
  try {
    const options = { format: 'RGBA' };
    const rgba = new Uint8ClampedArray(width * height * 4);
    // Chromium copies what its EXIF turns as it is stored, in the other order of its sides.
    if (frame.codedWidth !== width || frame.allocationSize(options) !== rgba.length) return null;
    await frame.copyTo(rgba, options);
    return new RawPixels(width, height, onWhite(rgba));
  } catch {
    return null;
  } finally {
    frame.close();
  }
}

function onWhite(rgba: Rgba): Rgba {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = (rgba[i + 3] as number) / 255;
    if (alpha === 1) continue;
    for (let channel = i; channel < i + 3; channel++) {
      rgba[channel] = 255 + alpha * ((rgba[channel] as number) - 255);
    }
    rgba[i + 3] = 255;
  }
  return rgba;
}
