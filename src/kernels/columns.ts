import * as tf from '@tensorflow/tfjs-core';

/**
 * Feature maps as rows of `repeat` pixels side by side: [batch, height, width, channels] →
 * [pixels / repeat, repeat · channels]. On wasm a broadcast costs as much a row as a few hundred
 * values do, so long rows make it eight times as fast.
 */
export interface Columns {
  /** Values a channel has: batch · height · width. */
  count: number;
  channels: number;
  repeat: number;
}

const rowLength = 512;

export function columnsOf(x: tf.Tensor4D): Columns {
  const channels = x.shape[3];
  const count = x.size / channels;
  let repeat = 1;
  while (count % (2 * repeat) === 0 && 2 * repeat * channels <= rowLength) repeat *= 2;
  return { count, channels, repeat };
}

/** [batch, height, width, channels] → [pixels / repeat, repeat · channels], sharing the memory. */
export function toRows(x: tf.Tensor, { count, channels, repeat }: Columns): tf.Tensor2D {
  return tf.reshape(x, [count / repeat, repeat * channels]);
}

/** One value a channel [channels], repeated to fit a row: [repeat · channels]. */
export function perChannel(values: tf.Tensor1D, { repeat }: Columns): tf.Tensor1D {
  return repeat === 1 ? values : tf.tile(values, [repeat]);
}

/** Sums rows to one value a channel [channels]: products with ones, the fastest reduction wasm has. */
export function sumChannels(rows: tf.Tensor2D, { channels, repeat }: Columns): tf.Tensor1D {
  const overRows = tf.matMul(tf.ones([1, rows.shape[0]]), rows);
  const overPixels = tf.matMul(tf.ones([1, repeat]), tf.reshape(overRows, [repeat, channels]));
  return tf.reshape(overPixels, [channels]);
}
