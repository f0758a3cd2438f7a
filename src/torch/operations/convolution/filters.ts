import * as tf from '@tensorflow/tfjs-core';
import type { Data } from '../../tensor/dtype.ts';
import { onChange } from '../../tensor/Storage.ts';
import type { Geometry } from './geometry.ts';
import { toTapsFirst } from './layouts.ts';

/** Filters that are kept at once, and how many numbers: all those of a ResNet-34. */
const mostFilters = 40;
const mostNumbers = 24 * 2 ** 20;

const filters = new Map<Data, tf.Tensor4D>();
let numbers = 0;

/**
 * A filter as TensorFlow.js has it: [rows, columns, inputs, outputs]. Those used last are kept: a network is asked
 * again and again, and bringing its filters to the kernels took longer than most convolutions.
 */
export function filterOf(geometry: Geometry, data: Data): tf.Tensor4D {
  const { inputs, outputs, rows, columns } = geometry;
  const shape: [number, number, number, number] = [rows, columns, inputs, outputs];
  const known = filters.get(data);
  if (known && tf.util.arraysEqual(known.shape, shape)) return known;
  forget(data);
  const ordered = toTapsFirst(data as Float32Array, outputs, inputs, rows * columns);
  const filter = tf.keep(tf.tensor4d(ordered, shape));
  filters.set(data, filter);
  numbers += data.length;
  for (const oldest of filters.keys()) {
    if (filters.size <= mostFilters && numbers <= mostNumbers) break;
    if (oldest !== data) forget(oldest);
  }
  return filter;
}

/** Lets go of all that is kept, as at the end of a program. */
export function forgetFilters(): void {
  for (const data of filters.keys()) forget(data);
}

function forget(data: Data): void {
  const filter = filters.get(data);
  if (!filter) return;
  filter.dispose();
  filters.delete(data);
  numbers -= data.length;
}

onChange(forget);
