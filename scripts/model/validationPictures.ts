import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { decode } from 'fast-png';
import { imageNetStatistics, preprocess } from '../../src/data/pictures/preprocess.ts';

/** Pictures that a network was not trained on, and what is on them. */
export interface ValidationPictures {
  labels: number[];
  /** Some pictures after the other, as the network sees them: [batch, side, side, 3]; the caller frees each. */
  batches(): Generator<{ x: tf.Tensor4D; labels: number[] }>;
}

const batch = 50;
const perRow = 20;

/**
 * The pictures of val-1000.png in `folder`, which are 20 to a row, with the labels of val-1000.json.
 * @param side pixels: what the network wants, to which the file's smaller pictures are enlarged
 */
export async function readValidationPictures(
  folder: string,
  side: number,
): Promise<ValidationPictures> {
  const labels: number[] = JSON.parse(await readFile(path.join(folder, 'val-1000.json'), 'utf8'));
  const { width, data, channels } = decode(await readFile(path.join(folder, 'val-1000.png')));
  const stored = width / perRow;
  const whole = { resize: side, crop: side, ...imageNetStatistics };
  const input = (index: number) => {
    const [left, top] = [(index % perRow) * stored, Math.floor(index / perRow) * stored];
    const read = (x: number, y: number, columns: number, rows: number) =>
      Uint8Array.from({ length: columns * rows * 4 }, (_, i) => {
        const [pixel, channel] = [i >> 2, i & 3];
        const row = top + y + Math.floor(pixel / columns);
        const place = row * width + left + x + (pixel % columns);
        return data[place * channels + Math.min(channel, 2)]!;
      });
    return tf.tensor3d(preprocess({ width: stored, height: stored, read }, whole), [side, side, 3]);
  };
  return {
    labels,
    *batches() {
      for (let start = 0; start < labels.length; start += batch) {
        const some = labels.slice(start, start + batch);
        const x = tf.tidy(() => tf.stack(some.map((_, i) => input(start + i)))) as tf.Tensor4D;
        yield { x, labels: some };
      }
    },
  };
}
