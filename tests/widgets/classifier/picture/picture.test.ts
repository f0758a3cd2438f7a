import { expect, test } from 'vitest';
import { cropSquare } from '../../../../src/widgets/classifier/picture/cropSquare.ts';
import { previewSize } from '../../../../src/widgets/classifier/picture/makePreview.ts';
import { explainPicture } from '../../../../src/widgets/classifier/picture/openPicture.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['', '', '“x” is empty.'],
  ['', '<svg xmlns="http://www.w3.org/2000/svg">', 'is an SVG'],
  ['image/svg+xml', 'anything', 'is an SVG'],
  ['', '\0\0\0\x18ftypheic', 'is a HEIC picture'],
  ['image/heif', '????', 'is a HEIC picture'],
  ['', '\x89PNG\r\n', 'is damaged or too large'],
  ['', '\xff\xd8\xff\xe0', 'is damaged or too large'],
  ['image/tiff', 'II*', 'is damaged or too large'],
  ['text/plain', 'Dear diary', 'is not a picture'],
])('a file of type "%s" that begins with %j: %s', (type, head, says) => {
  const { message, remedy } = explainPicture(bytes(head), { size: head.length, type }, 'x');
  expect(message).toContain(says);
  expect(remedy).toMatch(/^(Choose|Save)/);
});

test('the square is the share of the shorter side that the crop keeps, in the centre', () => {
  const { left, top, width, height } = cropSquare(600, 400, { resize: 80, crop: 64 });
  expect([left, top, width, height].map((share) => share.toFixed(4))).toEqual([
    ((600 - 320) / 2 / 600).toFixed(4),
    '0.1000',
    (320 / 600).toFixed(4),
    '0.8000',
  ]);
});

test.each([
  [600, 400, 600, 400],
  [2000, 1000, 1000, 500],
  [5_000_000, 1, 1000, 1],
])('%d×%d pixels are shown as %d×%d', (width, height, shownWidth, shownHeight) => {
  expect(previewSize(width, height, 1000)).toEqual({ width: shownWidth, height: shownHeight });
});
