import { expect, test } from 'vitest';
import {
  imageNetStatistics,
  preprocess,
  resizeAndCrop,
  type Picture,
} from '../../../src/data/pictures/preprocess.ts';
import { decode } from '../../reference/golden.ts';
import { noise } from '../../reference/pattern.ts';
import goldens from '../../reference/pictures.json' with { type: 'json' };

/** make_pictures.py's noise, computed where it is read. */
function noisePicture(width: number, height: number): Picture {
  return {
    width,
    height,
    read: (left, top, columns, rows) =>
      Uint8Array.from({ length: columns * rows * 4 }, (_, i) => {
        const [pixel, channel] = [i >> 2, i & 3];
        const row = top + Math.floor(pixel / columns);
        return channel === 3 ? 255 : noise((row * width + left + (pixel % columns)) * 3 + channel);
      }),
  };
}

/** An orange picture, which remembers the most pixels that were read at once. */
function orangePicture(width: number, height: number) {
  const seen = { mostPixels: 0 };
  const orange = new Uint8Array(new Uint32Array(2 ** 21).fill(0x00_00_80_ff).buffer);
  const read = (_left: number, _top: number, columns: number, rows: number) => {
    seen.mostPixels = Math.max(seen.mostPixels, columns * rows);
    return orange.subarray(0, columns * rows * 4);
  };
  return { seen, picture: { width, height, read } };
}

test.each(goldens.bytes)(
  '$width×$height pixels to $resize, cropped to $crop: as Pillow',
  (golden) => {
    const ours = resizeAndCrop(noisePicture(golden.width, golden.height), golden);
    const theirs = Uint8Array.from(atob(golden.data), (character) => character.charCodeAt(0));
    let worst = 0;
    for (let i = 0; i < theirs.length; i++) {
      const place = Math.floor(i / 3) * golden.step * 3 + (i % 3);
      worst = Math.max(worst, Math.abs(ours[place]! - theirs[i]!));
    }
    expect(ours.length).toBe(golden.crop ** 2 * 3);
    expect(worst).toBe(0);
  },
);

test('normalises as torchvision', () => {
  const { width, height, resize, crop, data } = goldens.normalised;
  const ours = preprocess(noisePicture(width, height), { resize, crop, ...imageNetStatistics });
  const theirs = decode({ shape: [], data });
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, i) => expect(value).toBeCloseTo(theirs[i]!, 6));
});

test.each([
  [8660, 5773],
  [5_000_000, 1],
  [1, 5_000_000],
])('reads %d×%d pixels in bands, and only what the crop shows', (width, height) => {
  const { picture, seen } = orangePicture(width, height);
  const square = resizeAndCrop(picture, { resize: 73, crop: 64 });
  expect(square.every((value, i) => value === [255, 128, 0][i % 3])).toBe(true);
  expect(seen.mostPixels).toBeLessThanOrEqual(2 ** 20);
});

test.each([
  [{ resize: 64, crop: 73 }, 5, 'A crop of 73 pixels does not fit into a picture of 64.'],
  [{ resize: 73, crop: 64 }, 0, 'A picture of 0×5 pixels is empty.'],
])('explains what cannot be done', (how, width, sentence) => {
  expect(() => resizeAndCrop(noisePicture(width, 5), how)).toThrow(sentence);
});
