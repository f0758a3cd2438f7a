import { valuesOf } from '../../tensor/rows.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';

/** Products of two stacks of matrices, [batch, rows, inner] and [batch, inner, columns], in double precision. */
export function multiply(a: Tensor, b: Tensor): Tensor {
  const [batch = 0, rows = 0, inner = 0] = a.shape;
  const columns = b.shape[2] as number;
  const out = zeros([batch, rows, columns], a.dtype);
  const [left, right] = [valuesOf(a), valuesOf(b)];
  const { data } = out.storage;
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
      data.set(row, (n * rows + i) * columns);
    }
  }
  return out;
}
