import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { startNodeEngine } from '../../../scripts/model/nodeEngine.ts';
import { readValidationPictures } from '../../../scripts/model/validationPictures.ts';
import {
  imageNetStatistics,
  normalise,
  resizeAndCrop,
} from '../../../src/data/pictures/preprocess.ts';

const [perRow, stored, side] = [20, 4, 8];
const labels = Array.from({ length: 60 }, (_, i) => i % 7);

/** The value of a pixel's channel, different in every picture and at every place. */
const value = (picture: number, x: number, y: number, channel: number) =>
  (picture * 3 + x * 16 + y * 5 + channel * 40) % 256;

test('every picture is cut out of its place and enlarged as photographs are', async () => {
  await startNodeEngine();
  const [width, height] = [perRow * stored, (labels.length / perRow) * stored];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    const picture = Math.floor(y / stored) * perRow + Math.floor(x / stored);
    return value(picture, x % stored, y % stored, i % 3);
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
  await writeFile(path.join(folder, 'val-1000.png'), encode({ width, height, data, channels: 3 }));
  await writeFile(path.join(folder, 'val-1000.json'), JSON.stringify(labels));
  const pictures = await readValidationPictures(folder, side);
  await rm(folder, { recursive: true });

  expect(pictures.labels).toEqual(labels);
  let picture = 0;
  for (const batch of pictures.batches()) {
    expect(batch.labels).toEqual(labels.slice(picture, picture + batch.labels.length));
    expect(batch.x.shape).toEqual([batch.labels.length, side, side, 3]);
    const values = await batch.x.data();
    batch.x.dispose();
    for (let i = 0; i < batch.labels.length; i++, picture++) {
      const read = (left: number, top: number, columns: number, rows: number) =>
        Uint8Array.from({ length: columns * rows * 4 }, (_, k) => {
          const pixel = k >> 2;
          return value(picture, left + (pixel % columns), top + Math.floor(pixel / columns), k & 3);
        });
      const square = resizeAndCrop(
        { width: stored, height: stored, read },
        { resize: side, crop: side },
      );
      const size = side ** 2 * 3;
      expect(values.slice(i * size, (i + 1) * size)).toEqual(normalise(square, imageNetStatistics));
    }
  }
  expect(picture).toBe(labels.length);
});
