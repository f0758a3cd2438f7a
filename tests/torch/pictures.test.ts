import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import card from '../../public/models/tiny200/model.json' with { type: 'json' };
import { resizeAndCrop } from '../../src/data/pictures/preprocess.ts';
import { rawPicture } from '../../src/data/pictures/rawPicture.ts';
import { namesOfPictures, pixelsOf } from '../../src/torch/network/pictures.ts';

const samples = path.join(import.meta.dirname, '../../public/samples');

test('there is a photograph of each sample', () => {
  expect(namesOfPictures().sort()).toEqual(['cat', 'coffee', 'rocket']);
});

test.each([
  ['coffee', 'coffee.png'],
  ['cat', 'chelsea.png'],
])('%s is the sample as the network wants it', async (name, file) => {
  const { data, width, height, channels } = decode(await readFile(path.join(samples, file)));
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++)
    for (let k = 0; k < 3; k++) rgba[4 * i + k] = data[channels * i + k]!;
  const expected = resizeAndCrop(rawPicture({ width, height, rgba }), card);
  const found = pixelsOf(name);
  expect([found.height, found.width]).toEqual([card.crop, card.crop]);
  const size = card.crop ** 2;
  const away = [...expected].map((byte, i) =>
    Math.abs(byte - found.pixels[(i % 3) * size + Math.floor(i / 3)]!),
  );
  expect(Math.max(...away)).toBeLessThanOrEqual(1);
});
