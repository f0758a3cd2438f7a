/** What a file is, told from its first bytes. */
export interface Format {
  /** With its article: `a TIFF picture`. */
  called: string;
  /** `picture`: every browser reads it; `rare`: some do; `none`: it is no picture, or none of pixels. */
  kind: 'picture' | 'rare' | 'none' | 'checkpoint';
  /** What to do about it, where that is not to choose another picture. */
  remedy?: string;
}

/** How much of a file `formatOf` looks at, in bytes. */
export const headBytes = 4096;

const asJpeg = 'Save it as a JPEG or PNG and choose that.';
const raw: Format = {
  called: 'a camera’s RAW picture',
  kind: 'rare',
  remedy: 'Export it as a JPEG and choose that.',
};
const tiff: Format = { called: 'a TIFF picture', kind: 'rare', remedy: asJpeg };
const checkpoint: Format = { called: 'a checkpoint', kind: 'checkpoint' };
const video: Format = {
  called: 'a video',
  kind: 'none',
  remedy: 'Take a screenshot of one of its frames and choose that.',
};
const archive = (called: string): Format => ({
  called,
  kind: 'none',
  remedy: 'Unpack it and choose a picture from it.',
});
const picture = (name: string): Format => ({ called: `${name} picture`, kind: 'picture' });
const rare = (name: string): Format => ({
  called: `${name} picture`,
  kind: 'rare',
  remedy: asJpeg,
});
const none = (called: string): Format => ({ called, kind: 'none' });

/** The first that fits counts. Bytes are written as characters of the same code. */
const formats: readonly [RegExp, Format][] = [
  [/^\xff\xd8\xff/, picture('a JPEG')],
  [/^\x89PNG\r\n\x1a\n/, picture('a PNG')],
  [/^GIF8[79]a/, picture('a GIF')],
  [/^RIFF.{4}WEBP/s, picture('a WebP')],
  [/^BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/s, picture('a BMP')],
  [/^\0\0[\x01\x02]\0[\x01-\xff]\0.{4}[\0\x01]/s, picture('an ICO')],
  [/^.{4}ftyp(avi[fs]|mi[af]1.{4}(.{4})*avif)/s, rare('an AVIF')],
  [
    /^.{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1|mia1)/s,
    {
      ...rare('a HEIC'),
      remedy: `${asJpeg} An iPhone saves JPEGs when its camera format is “Most Compatible”.`,
    },
  ],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, rare('a JPEG XL')],
  [/^(\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, rare('a JPEG 2000')],
  [/^(II\xbc[\0\x01])/, rare('a JPEG XR')],
  [/^(.{4}ftypcrx |FUJIFILMCCD-RAW|IIR[OS]|MMOR|IIU\0|FOVb|\0MRM)/s, raw],
  [/^(II\*\0.{4}CR|II\x1a\0\0\0HEAPCCDR)/s, raw],
  [/^(II[*+]\0|MM\0[*+])/, tiff],
  [/^8BPS/, { ...rare('a Photoshop'), called: 'a Photoshop document' }],
  [/^gimp xcf/, { ...rare('a GIMP'), called: 'a GIMP document' }],
  [
    /^(v\/1\x01|#\?(RADIANCE|RGBE)|qoif|DDS |FLIF|BPG\xfb|icns|AT&TFORM)/,
    rare('an uncommon kind of'),
  ],
  [/^P[1-7][\s#]/, rare('a PNM')],
  [/^(SIMPLE {2}=|.{128}DICM)/s, rare('a scientific or medical')],
  [/^(\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF)/s, rare('a Windows metafile')],
  [
    /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/is,
    {
      called: 'an SVG: a drawing made of shapes, and the network needs pixels',
      kind: 'none',
      remedy: 'Save it as a PNG and choose that.',
    },
  ],
  [
    /^%PDF-/,
    { ...none('a PDF'), remedy: 'Take a screenshot of the picture in it and choose that.' },
  ],
  [/^%!PS/, { ...none('a PostScript drawing'), remedy: asJpeg }],
  [
    /^version https:\/\/git-lfs/,
    {
      called: 'a Git LFS pointer: a note that says where the real file lies',
      kind: 'none',
      remedy: 'Fetch the file itself with git lfs pull and choose that.',
    },
  ],
  [
    /^(\xef\xbb\xbf)?\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body|script)/is,
    {
      called: 'a web page',
      kind: 'none',
      remedy:
        'If you saved a picture from the web, its address may have led to an error page: open it and save the picture again.',
    },
  ],
  // An archive whose first file is a document or a picture: torch.save's begin with NAME/data.pkl.
  [
    /^PK\x03\x04.{26}(\[Content_Types\]|_rels\/|docProps\/|word\/|xl\/|ppt\/)/s,
    none('an Office document'),
  ],
  [/^PK\x03\x04.{26}mimetype/s, none('an OpenDocument or EPUB file')],
  [
    /^PK\x03\x04.{26}[^\0]{0,200}?\.(jpe?g|png|gif|webp|heic|tiff?|bmp|txt|md|pdf|html?|docx?|mp4|mov|csv|json|py)[^a-z]/is,
    archive('a ZIP archive'),
  ],
  [/^(PK\x03\x04|\x80[\x02-\x05])/, checkpoint],
  [/^.{5}\0\0\0\{/s, checkpoint],
  [/^PK(\x05\x06|\x07\x08)/, archive('an empty or split ZIP archive')],
  [/^(\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd|.{257}ustar)/s, archive('an archive')],
  [/^(\x89HDF|\x93NUMPY|GGUF)/, none('a file of numbers')],
  [/^(.{4}ftyp|\x1a\x45\xdf\xa3|RIFF.{4}AVI |.{4}moov|.{4}mdat)/s, video],
  [/^(ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF.{4}WAVE)/s, none('a sound')],
  [/^(MZ|\x7fELF|\xcf\xfa\xed\xfe|wOF[F2])/, none('a program or a font')],
];

/**
 * What a file is; null where its first bytes tell nothing.
 * @param head its first bytes, as many as `headBytes` where there are so many
 * @param name tells only which kind of TIFF it is: cameras' RAW files begin alike
 */
export function formatOf(head: Uint8Array, name: string): Format | null {
  const text = latin1(head);
  const found = formats.find(([begins]) => begins.test(text))?.[1];
  if (found === tiff && (isRaw(head) || rawNames.test(name))) return raw;
  return found ?? (isText(head) ? none('a text file') : null);
}

const rawNames = /\.(3fr|arw|cr2|dcr|dng|erf|iiq|kdc|mef|mos|nef|nrw|pef|sr2|srf|srw)$/i;

/** Each byte as the character of the same code. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** A TIFF whose first picture is a small copy of another: so are DNG, NEF, ARW and other RAW files laid out. */
function isRaw(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const little = head[0] === 0x49;
  const start = head.length < 8 ? Infinity : view.getUint32(4, little);
  if (start + 2 > head.length) return false;
  const tags = new Map<number, number>();
  for (let entry = 0; entry < view.getUint16(start, little); entry++) {
    const at = start + 2 + 12 * entry;
    if (at + 12 > head.length) break;
    tags.set(view.getUint16(at, little), view.getUint32(at + 8, little));
  }
  const [newSubfileType, subIfds, dngVersion] = [0xfe, 0x14a, 0xc612];
  return tags.has(dngVersion) || (tags.get(newSubfileType) === 1 && tags.has(subIfds));
}

/** UTF-8 without control characters; the last character may be cut. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return text.length > 0 && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}
