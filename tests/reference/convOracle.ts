/** A convolution by its definition: loops in float64, nothing shared with the kernels. */
export interface ConvCase {
  batch: number;
  height: number;
  width: number;
  inputs: number;
  outputs: number;
  rows: number;
  columns: number;
  stride: [number, number];
  /** top, bottom, left, right */
  pad: [number, number, number, number];
}

export interface ConvResult {
  y: Float64Array;
  dx: Float64Array;
  dFilter: Float64Array;
  outShape: [number, number, number, number];
}

/** y = x ∗ filter, and the gradients of Σ y · dy; all NHWC and HWIO. */
export function convOracle(
  c: ConvCase,
  x: ArrayLike<number>,
  filter: ArrayLike<number>,
  dyAt: (index: number) => number,
): ConvResult {
  const [top, bottom, left, right] = c.pad;
  const outRows = Math.floor((c.height + top + bottom - c.rows) / c.stride[0]) + 1;
  const outColumns = Math.floor((c.width + left + right - c.columns) / c.stride[1]) + 1;
  const y = new Float64Array(c.batch * outRows * outColumns * c.outputs);
  const dx = new Float64Array(x.length);
  const dFilter = new Float64Array(filter.length);
  for (let n = 0; n < c.batch; n++)
    for (let i = 0; i < outRows; i++)
      for (let j = 0; j < outColumns; j++)
        for (let k = 0; k < c.outputs; k++) {
          const o = ((n * outRows + i) * outColumns + j) * c.outputs + k;
          const dy = dyAt(o);
          for (let r = 0; r < c.rows; r++)
            for (let s = 0; s < c.columns; s++) {
              const row = i * c.stride[0] + r - top;
              const column = j * c.stride[1] + s - left;
              if (row < 0 || row >= c.height || column < 0 || column >= c.width) continue;
              for (let q = 0; q < c.inputs; q++) {
                const a = ((n * c.height + row) * c.width + column) * c.inputs + q;
                const b = ((r * c.columns + s) * c.inputs + q) * c.outputs + k;
                y[o]! += x[a]! * filter[b]!;
                dx[a]! += filter[b]! * dy;
                dFilter[b]! += x[a]! * dy;
              }
            }
        }
  return { y, dx, dFilter, outShape: [c.batch, outRows, outColumns, c.outputs] };
}
