import * as tf from '@tensorflow/tfjs-core';
import type { Data } from '../../tensor/dtype.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { fromData, type Tensor, zeros } from '../../tensor/Tensor.ts';
import { hasBackend, onKernels } from '../onKernels.ts';

/** Products from which on a kernel is quicker than loops, moving numbers there and back included. */
const worthwhile = 1_000_000;

/** Products of two stacks of matrices: [batch, rows, inner] times [batch, inner, columns]. */
export function multiply(a: Tensor, b: Tensor): Tensor {
  const [batch = 0, rows = 0, inner = 0] = a.shape;
  const columns = b.shape[2] as number;
  const shape = [batch, rows, columns];
  const [left, right] = [valuesOf(a), valuesOf(b)];
  if (
    left instanceof Float32Array &&
    right instanceof Float32Array &&
    batch * rows * inner * columns >= worthwhile &&
    hasBackend()
  ) {
    const product = onKernels(() =>
      tf.matMul(tf.tensor(left, [batch, rows, inner]), tf.tensor(right, [batch, inner, columns])),
    );
    return fromData(product, shape);
  }
  const out = zeros(shape, a.dtype);
  inLoops(left, right, { batch, rows, inner, columns }, out.storage.data);
  return out;
}

interface Sizes {
  batch: number;
  rows: number;
  inner: number;
  columns: number;
}

/** In double precision, a row of results at a time: the innermost loop runs along memory. */
function inLoops(left: Data, right: Data, { batch, rows, inner, columns }: Sizes, out: Data): void {
  const row = new Float64Array(columns);
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < rows; i++) {
      row.fill(0);
      for (let k = 0; k < inner; k++) {
        const factor = left[(n * rows + i) * inner + k] as number;
        const start = (n * inner + k) * columns;
        for (let j = 0; j < columns; j++) {
          row[j] = (row[j] as number) + factor * (right[start + j] as number);
        }
      }
      out.set(row, (n * rows + i) * columns);
    }
  }
}
