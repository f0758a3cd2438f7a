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

/**
 * The pictures of val-1000.png in `folder`, which stand 20 a row, with the labels of val-1000.json.
 * @param side pixels: the file holds them at the size that the network wants
 */
export async function readValidationPictures(
  folder: string,
  side: number,
): Promise<ValidationPictures> {
  const labels: number[] = JSON.parse(await readFile(path.join(folder, 'val-1000.json'), 'utf8'));
  const { width, data, channels } = decode(await readFile(path.join(folder, 'val-1000.png')));
  const perRow = width / side;
  const inputs = labels.map((_, index) => {
    const [left, top] = [(index % perRow) * side, Math.floor(index / perRow) * side];
    const read = () =>
      Uint8Array.from({ length: side * side * 4 }, (_, i) => {
        const [pixel, channel] = [i >> 2, i & 3];
        const place = (top + Math.floor(pixel / side)) * width + left + (pixel % side);
        return data[place * channels + Math.min(channel, 2)]!;
      });
    const whole = { resize: side, crop: side, ...imageNetStatistics };
    return preprocess({ width: side, height: side, read }, whole);
  });
  return {
    labels,
    *batches() {
      for (let start = 0; start < labels.length; start += batch) {
        const x = tf.tidy(() => {
          const some = inputs.slice(start, start + batch);
          return tf.stack(some.map((values) => tf.tensor3d(values, [side, side, 3])));
        }) as tf.Tensor4D;
        yield { x, labels: labels.slice(start, start + batch) };
      }
    },
  };
}
