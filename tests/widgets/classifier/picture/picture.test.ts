import { expect, test } from 'vitest';
import { cropSquare } from '../../../../src/widgets/classifier/picture/cropSquare.ts';
import { previewSize } from '../../../../src/widgets/classifier/picture/makePreview.ts';
import { quote } from '../../../../src/widgets/classifier/picture/opening/pictureError.ts';

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

test.each([
  ['cat.png', '“cat.png”'],
  ['a'.repeat(80) + '.png', `“${'a'.repeat(40)}…${'a'.repeat(11)}.png”`],
  ['evil\u202egnp.exe\n', '“evilgnp.exe”'],
  ['תמונה.png', '“\u2068תמונה.png\u2069”'],
])('the name %j in a sentence: %j', (name, quoted) => {
  expect(quote(name)).toBe(quoted);
});
