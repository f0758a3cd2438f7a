import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { crc32 } from '../../../../src/lib/crc32.ts';
import { structureOf } from '../../../../src/widgets/classifier/picture/file/structureOf.ts';
import {
  openPicture,
  sides,
} from '../../../../src/widgets/classifier/picture/opening/openPicture.ts';
import { CheckpointGiven } from '../../../../src/widgets/classifier/picture/opening/pictureError.ts';

beforeEach(() => vi.stubGlobal('navigator', { deviceMemory: 8 }));

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const decoded = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
/** Where no picture can be decoded, as here, whatever is looked at beforehand is still told. */
const open = (content: Uint8Array<ArrayBuffer>, name = 'x') =>
  openPicture(new Blob([content]), name).then(
    () => 'opened',
    (error: Error & { remedy: string }) => `${error.message} ${error.remedy}`,
  );

const jpeg = Uint8Array.from(await readFile('public/samples/rocket.jpg'));
const rotated = Uint8Array.from(await readFile('tests/browser/pictures/rotated.jpg'));
const png = Uint8Array.from(await readFile('public/samples/coffee.png'));
const gif = Uint8Array.from(await readFile('tests/browser/pictures/animated.gif'));
/** Of 20×12 pixels, by Pillow. */
const webp = decoded(
  'UklGRkYAAABXRUJQVlA4IDoAAADwAgCdASoUAAwAPm0skUWkIqGYBABABsSgC7LoAAgbAAD+8DhD+5qK2Leh/9pZ/9Sz/6ln+MT1sAAA',
);
const lossless = decoded('UklGRh4AAABXRUJQVlA4TBEAAAAvE8ACAAdQjyLXo/+BiOh/AAA=');
const seeThrough = decoded(
  'UklGRmoAAABXRUJQVlA4WAoAAAAQAAAAEwAACwAAQUxQSAoAAAABB1CyiAhERP8DVlA4IDoAAADwAgCdASoUAAwAPm0skUWkIqGYBABABsSgC7LoAAgbAAD+8DhD+5qK2Leh/9pZ/9Sz/6ln+MT1sAAA',
);
const bmp = join(
  decoded('Qk0GAwAAAAAAADYAAAAoAAAAFAAAAAwAAAABABgAAAAAANACAADEDgAAxA4AAAAAAAAAAAAA'),
  new Uint8Array(720),
);
const ico = join(
  bytes('\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0\x05\0\0\0\x16\0\0\0'),
  new Uint8Array(5),
);
const avif = join(
  bytes('\0\0\0\x14ftypavif\0\0\0\0avif'),
  bytes('\0\0\0\x1cmeta\0\0\0\x14ispe\0\0\0\0\0\0\0\x14\0\0\0\x0c'),
  bytes(`\0\0\0\x44mdat${'?'.repeat(60)}`),
);

const whole = {
  'a JPEG picture': [
    [jpeg, 640, 427],
    [rotated, 96, 64],
  ],
  'a PNG picture': [[png, 600, 400]],
  'a GIF picture': [[gif, 70, 70]],
  'a WebP picture': [
    [webp, 20, 12],
    [lossless, 20, 12],
    [seeThrough, 20, 12],
  ],
  'a BMP picture': [[bmp, 20, 12]],
  'an ICO picture': [[ico, 16, 16]],
  'an AVIF picture': [[avif, 20, 12]],
} as const;
const files = Object.entries(whole).flatMap(([called, all]) =>
  all.map(([content, width, height]) => ({ called, content, width, height })),
);

test.each(files)('$called of $width×$height is whole, and cut where it is', (one) => {
  const { called, content, width, height } = one;
  expect(structureOf(called, content)).toEqual({ width, height, flaw: null });
  // Phones append videos, depth and other pictures.
  const longer = join(content, bytes('MotionPhoto'), jpeg.subarray(0, 999));
  if (called !== 'an AVIF picture') expect(structureOf(called, longer).flaw).toBeNull();
  // Of an animation only the first frame counts.
  const early = content.length > 99 ? [0.1, 0.3] : [0.6];
  const shares = called === 'a GIF picture' ? early : [...early, 0.9, 0.999];
  for (const share of shares) {
    const kept = Math.floor(content.length * share);
    expect(structureOf(called, content.subarray(0, kept)).flaw, `${share}`).toBe('cut');
    // As downloads are left that reserve their room.
    const padded = join(content.subarray(0, kept), new Uint8Array(content.length - kept));
    if (/JPEG|PNG/.test(called)) expect(structureOf(called, padded).flaw).not.toBeNull();
  }
});

test('a JPEG is cut although the small copy in its metadata is whole', () => {
  const copy = rotated;
  const length = copy.length + 2;
  const metadata = join(
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255),
    Uint8Array.from(copy),
  );
  const nested = join(metadata, jpeg.subarray(2));
  expect(structureOf('a JPEG picture', nested)).toEqual({ width: 640, height: 427, flaw: null });
  expect(structureOf('a JPEG picture', nested.subarray(0, -99)).flaw).toBe('cut');
});

test('a PNG with a wrong byte is damaged, and a JPEG that ends early says so', async () => {
  const wrong = Uint8Array.from(png);
  wrong[5000]! ^= 1;
  expect(await open(wrong, 'wrong.png')).toMatch(
    /^“wrong\.png” is damaged: its content doesn’t match/,
  );
  expect(await open(jpeg.slice(0, 9000), 'half.jpg')).toMatch(
    /^“half\.jpg” ends before its picture does: part of the file is missing\. .*Fetch it again/,
  );
});

/** A sound PNG of one bit a pixel, with as many pixels as it says and all of them black. */
function blackPng(side: number) {
  const chunk = (type: string, data: Uint8Array) => {
    const [length, sum] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
    const named = join(bytes(type), data);
    length.setUint32(0, data.length);
    sum.setUint32(0, crc32(named));
    return join(new Uint8Array(length.buffer), named, new Uint8Array(sum.buffer));
  };
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, side);
  header.setUint32(4, side);
  header.setUint8(8, 1);
  return join(
    png.subarray(0, 8),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', Uint8Array.from(deflateSync(Buffer.alloc(99)))),
    chunk('IEND', new Uint8Array()),
  );
}

test('a picture too large to be held is refused by its header, and a large one is announced', async () => {
  expect(await open(blackPng(60_000), 'bomb.png')).toMatch(
    /^“bomb\.png” has 60,000 × 60,000 pixels, too many for this browser to hold in memory\. Make it smaller/,
  );
  const announced: string[] = [];
  const onLarge = (size: { width: number; height: number }) => announced.push(sides(size));
  const opening = openPicture(new Blob([blackPng(20_000)]), 'x', onLarge);
  await expect(opening).rejects.toThrow('20,000 × 20,000');
  expect(announced).toEqual(['20,000 × 20,000']);
  vi.stubGlobal('navigator', { deviceMemory: 4 });
  await expect(openPicture(new Blob([blackPng(20_000)]), 'x', onLarge)).rejects.toThrow('too many');
  expect(announced).toHaveLength(1);
});

test.each([
  [
    'II*\0\x08\0\0\0\0\0',
    'scan.tif',
    'a TIFF picture, which this browser doesn’t read. Save it as',
  ],
  ['MM\0*\0\0\0\x08\0\0', 'photo.jpg', 'a TIFF picture, which this browser doesn’t read'],
  [
    'II*\0\x10\0\0\0CR\x02\0',
    'photo.jpg',
    'a camera’s RAW picture, which this browser doesn’t read',
  ],
  ['II*\0\x08\0\0\0\x01\0\x12\xc6\x01\0\x04\0\0\0\x01\x04\0\0', 'x', 'a camera’s RAW picture'],
  [
    'MM\0*\0\0\0\x08\0\x02\0\xfe\0\x04\0\0\0\x01\0\0\0\x01\x01\x4a\0\x04\0\0\0\x01\0\0\0\0',
    'x',
    'a camera’s RAW picture',
  ],
  ['II*\0\x08\0\0\0\0\0', 'DSC_1.NEF', 'a camera’s RAW picture'],
  ['FUJIFILMCCD-RAW ', 'x', 'a camera’s RAW picture'],
  ['\0\0\0\x18ftypcrx \0\0\0\x01', 'x', 'a camera’s RAW picture'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'x', 'a JPEG 2000 picture, which this browser doesn’t read'],
  ['\xff\x4f\xff\x51\0\x2f', 'x', 'a JPEG 2000 picture'],
  ['\xff\x0a\0\0', 'x', 'a JPEG XL picture'],
  ['8BPS\0\x01', 'x', 'a Photoshop document, which this browser doesn’t read'],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'IMG.jpg', 'a HEIC picture, which this browser doesn’t read'],
  ['\0\0\0\x14ftypavif\0\0\0\0avif', 'x', 'an AVIF picture, which this browser doesn’t read'],
  ['qoif\0\0', 'x', 'an uncommon kind of picture, which this browser doesn’t read'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'x', 'an SVG: a drawing made of shapes'],
  ['<?xml version="1.0"?>\n<!-- by hand -->\n<svg>', 'x', 'an SVG: a drawing made of shapes'],
  ['<?xml version="1.0"?>\n<feed>', 'x', 'a text file, not a picture'],
  ['%PDF-1.7\n', 'paper.png', 'a PDF, not a picture'],
  ['\0\0\0\x14ftypqt  ', 'clip.mov', 'a video, not a picture'],
  ['\x1a\x45\xdf\xa3', 'x', 'a video, not a picture'],
  ['<!doctype html><title>404</title>', 'photo.jpg', 'a web page, not a picture'],
  ['version https://git-lfs.github.com/spec/v1\n', 'x', 'a Git LFS pointer'],
  ['Dear diary', 'notes.txt', 'a text file, not a picture. Choose a JPEG'],
  ['\x1f\x8b\x08\0', 'x', 'an archive, not a picture'],
  [`PK\x03\x04${'\0'.repeat(26)}holiday/beach.jpg\0`, 'x', 'a ZIP archive, not a picture'],
  [`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`, 'x', 'an Office document, not a picture'],
  ['\x89HDF\r\n', 'x', 'a file of numbers, not a picture'],
  ['ID3\x04', 'x', 'a sound, not a picture'],
])('what begins with %j and is called %s: %s', async (head, name, says) => {
  expect(await open(bytes(head), name)).toContain(`“${name}” is ${says}`);
});

test('nothing, and what no one knows, are told as such', async () => {
  expect(await open(bytes(''))).toBe('“x” is empty. Choose a JPEG, PNG, GIF, WebP or AVIF file.');
  expect(await open(bytes('\x01\x02\x03\xff\xfe'))).toContain('“x” is not a picture.');
});

test.each([
  ['a safetensors file', '\x40\0\0\0\0\0\0\0{"a":'],
  ['a stream of torch.save', '\x80\x02\x8a\nl\xfc'],
  ['an archive of torch.save', `PK\x03\x04${'\0'.repeat(26)}archive/data.pkl`],
])('%s under any name is for the network', async (_, head) => {
  const opening = openPicture(new Blob([bytes(head)]), 'cat.png');
  await expect(opening).rejects.toBeInstanceOf(CheckpointGiven);
});
