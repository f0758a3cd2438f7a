import { masking, readsTrue } from '../../../../lib/readsTrue.ts';
import { decodeRaw, ownDecoder } from './decodeRaw.ts';
import { formatOf, headBytes, type Format } from '../file/formats.ts';
import { structureOf } from '../file/structureOf.ts';
import { carriesProfile, keepsColours } from './keepsColours.ts';
import { another, CheckpointGiven, PictureError, quote } from './pictureError.ts';

/** A picture's sides in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Above this, opening takes seconds. */
const largePixels = 40e6;
/** A pixel takes eight bytes while it is opened (Chromium 156): up to three gigabytes where there are eight. */
const mostPixels = () => 50e6 * Math.min(8, Math.max(1, gigabytes()));
/** The device's memory, such as 0.5 or 8; where the browser does not say, a phone is taken to have half as much. */
const gigabytes = () =>
  (navigator as { deviceMemory?: number }).deviceMemory ??
  (matchMedia('(pointer: coarse)').matches ? 4 : 8);
/** A longer file is not looked through for cuts, and not given to the browser unless it is a picture. */
const longBytes = 200e6;

/**
 * The pixels of a picture file, upright as its EXIF says; of an animation the first frame. Colours are the file's
 * numbers, whatever profile it carries: torchvision takes them so, and its networks were trained on them. Where a
 * browser hides a bitmap's pixels, RawPixels come in its place.
 * @param onLarge told its size before a picture is opened for which that takes seconds
 * @throws PictureError when this browser can't read it, CheckpointGiven when it is a checkpoint
 */
export async function openPicture(
  file: Blob,
  name: string,
  onLarge: (size: Size) => void = () => undefined,
): Promise<ImageBitmap> {
  const head = await readBytes(file.slice(0, headBytes), name);
  const format = formatOf(head, name);
  if (file.size === 0) throw new PictureError(`${quote(name)} is empty.`, another);
  if (format?.kind === 'checkpoint') {
    throw new CheckpointGiven(`${quote(name)} is a checkpoint.`, another);
  }
  const explanation = explain(format, name);
  if (format?.kind === 'none') throw explanation;
  if (!format && file.size > longBytes) throw explanation;

  const isLong = file.size > longBytes;
  const bytes = format && !isLong ? await readBytes(file, name) : head;
  const { width, height, flaw } = structureOf(format?.called ?? '', bytes);
  if (flaw && !isLong) throw explainFlaw(flaw, name);
  if (width * height > mostPixels()) throw tooLarge(name, { width, height });
  if (width * height > largePixels) onLarge({ width, height });

  const pixels = await decodeTruly(file, format?.called ?? '', bytes).catch(() => undefined);
  if (pixels === null) throw new PictureError(masking.message, masking.remedy);
  if (pixels) return pixels;
  throw width * height > largePixels ? tooLarge(name, { width, height }) : explanation;
}

/** Whether a file begins as a picture does, whatever its name. */
export async function isPicture(file: File): Promise<boolean> {
  const head = await readBytes(file.slice(0, headBytes), file.name).catch(() => new Uint8Array());
  return /picture|rare/.test(formatOf(head, file.name)?.kind ?? '');
}

/** The file's own numbers; null where the browser hides them. Rejects where it cannot read the file at all. */
async function decodeTruly(file: Blob, called: string, bytes: Uint8Array) {
  if (!readsTrue()) return decodeRaw(file, called);
  if (carriesProfile(bytes) && !(await keepsColours())) {
    const raw = await ownDecoder(file, called);
    if (raw) return raw;
  }
  return decode(file);
}

async function decode(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: 'from-image', colorSpaceConversion: 'none' });
}

/** Why a picture of a format, or of none that is known, is not opened. */
function explain(format: Format | null, name: string): PictureError {
  if (!format) return new PictureError(`${quote(name)} is not a picture.`, another);
  const { called, kind, remedy = another } = format;
  const is = `${quote(name)} is ${called}`;
  if (kind === 'rare') return new PictureError(`${is}, which this browser doesn’t read.`, remedy);
  if (kind === 'picture') {
    return new PictureError(`${is}, but it is damaged: this browser can’t decode it.`, remedy);
  }
  const isSentence = called.includes(':');
  return new PictureError(isSentence ? `${is}.` : `${is}, not a picture.`, remedy);
}

function explainFlaw(flaw: 'cut' | 'damaged', name: string): PictureError {
  return flaw === 'cut'
    ? new PictureError(
        `${quote(name)} ends before its picture does: part of the file is missing.`,
        'It may have been copied or downloaded only in part. Fetch it again, or choose another picture.',
      )
    : new PictureError(
        `${quote(name)} is damaged: its content doesn’t match its checksums.`,
        'Fetch it again, or choose another picture.',
      );
}

function tooLarge(name: string, { width, height }: Size): PictureError {
  return new PictureError(
    `${quote(name)} has ${sides({ width, height })} pixels, too many for this browser to hold in memory.`,
    'Make it smaller and choose that: the network looks at a small copy anyway.',
  );
}

/** Such as `20,000 × 10,000`. */
export function sides({ width, height }: Size): string {
  return [width, height].map((side) => side.toLocaleString('en-GB')).join(' × ');
}

/** @throws PictureError where nothing can be read: of folders, and of files that are gone by now */
async function readBytes(part: Blob, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    throw new PictureError(
      `${quote(name)} can’t be read: it may be a folder, or have been moved or changed since you chose it.`,
      another,
    );
  }
}
