/** A picture that cannot be opened. `message` says why in one sentence, `remedy` what to do. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** Not a picture but weights, told from the first bytes: whoever asked may load them. */
export class CheckpointGiven extends PictureError {}

/**
 * The pixels of a picture file, upright as its EXIF says; of an animation the first frame.
 * @throws PictureError when this browser can't read it, CheckpointGiven when it is a checkpoint
 */
export async function openPicture(file: Blob, name: string): Promise<ImageBitmap> {
  const head = new Uint8Array(await readHead(file));
  const text = String.fromCharCode(...head);
  if (isCheckpoint(text)) throw new CheckpointGiven(`“${name}” is a checkpoint.`, another);
  const explanation = explainPicture(head, file, name);
  // A browser would read all of it first.
  if (file.size > largeBytes && !isPicture(file.type, text)) throw explanation;
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw explanation;
  }
}

const largeBytes = 100e6;

/** Whether a file begins as safetensors, torch.save's archives or its streams do (weights/formatOf.ts). */
function isCheckpoint(head: string): boolean {
  return (
    /^(PK\x03\x04|\x80[\x02-\x05])/.test(head) || (head[8] === '{' && /^.{5}\0\0\0/s.test(head))
  );
}

const another = 'Choose a JPEG, PNG, GIF, WebP or AVIF file.';

/** Why a file is not a picture for this browser, told from its first bytes. */
export function explainPicture(
  head: Uint8Array,
  { size, type }: { size: number; type: string },
  name: string,
): PictureError {
  const text = String.fromCharCode(...head);
  if (size === 0) return new PictureError(`“${name}” is empty.`, another);
  if (type === 'image/svg+xml' || /^\s*(<\?xml|<!--|<svg)/.test(text)) {
    return new PictureError(
      `“${name}” is an SVG: a drawing made of shapes, and the network needs pixels.`,
      'Save it as a PNG and choose that.',
    );
  }
  if (/^image\/hei[cf]/.test(type) || /^.{4}ftyp(hei|hev|mif1|msf1)/s.test(text)) {
    return new PictureError(
      `“${name}” is a HEIC picture, which this browser cannot read.`,
      'Save it as a JPEG and choose that. An iPhone saves JPEGs when its camera format is “Most Compatible”.',
    );
  }
  if (isPicture(type, text)) {
    return new PictureError(`“${name}” is damaged or too large for this browser.`, another);
  }
  return new PictureError(`“${name}” is not a picture.`, another);
}

function isPicture(type: string, head: string): boolean {
  return type.startsWith('image/') || /^(\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|BM)/s.test(head);
}

/** What a file begins with; nothing where it can't be read at all. */
async function readHead(file: Blob): Promise<ArrayBuffer> {
  return file
    .slice(0, 64)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
}
