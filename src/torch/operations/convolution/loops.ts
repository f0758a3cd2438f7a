import type { Data } from '../../tensor/dtype.ts';
import type { Geometry } from './geometry.ts';

/** One tap of the filter along one row of outputs: `count` products, x in steps of `step`, y in steps of 1. */
type Run = (x: number, y: number, tap: number, count: number, step: number) => void;

/** Visits every product of a convolution, row by row of the output. */
function eachRun(geometry: Geometry, run: Run): void {
  const { batch, inputs, height, width, outputs, rows, columns, groups } = geometry;
  const { outHeight, outWidth } = geometry;
  const [rowStride, columnStride] = geometry.stride;
  const [top, left] = geometry.padding;
  const [rowDilation, columnDilation] = geometry.dilation;
  const inputsOfGroup = inputs / groups;
  const outputsOfGroup = outputs / groups;
  for (let column = 0; column < columns; column++) {
    const shift = column * columnDilation - left;
    const first = Math.max(0, Math.ceil(-shift / columnStride));
    const last = Math.min(outWidth - 1, Math.floor((width - 1 - shift) / columnStride));
    if (last < first) continue;
    const count = last - first + 1;
    for (let n = 0; n < batch; n++) {
      for (let output = 0; output < outputs; output++) {
        const group = Math.floor(output / outputsOfGroup);
        const yPlane = (n * outputs + output) * outHeight * outWidth + first;
        for (let input = 0; input < inputsOfGroup; input++) {
          const channel = group * inputsOfGroup + input;
          const xPlane = (n * inputs + channel) * height * width + first * columnStride + shift;
          for (let row = 0; row < rows; row++) {
            const tap = ((output * inputsOfGroup + input) * rows + row) * columns + column;
            for (let outRow = 0; outRow < outHeight; outRow++) {
              const inRow = outRow * rowStride - top + row * rowDilation;
              if (inRow < 0 || inRow >= height) continue;
              run(xPlane + inRow * width, yPlane + outRow * outWidth, tap, count, columnStride);
            }
          }
        }
      }
    }
  }
}

/** y [batch, outputs, outHeight, outWidth], in double precision. */
export function convolve(geometry: Geometry, x: Data, filter: Data): Float64Array {
  const { batch, outputs, outHeight, outWidth } = geometry;
  const y = new Float64Array(batch * outputs * outHeight * outWidth);
  eachRun(geometry, (from, to, tap, count, step) => {
    const weight = filter[tap] as number;
    for (let i = 0; i < count; i++) {
      y[to + i] = (y[to + i] as number) + weight * (x[from + i * step] as number);
    }
  });
  return y;
}

/** The gradient of x, from that of y. */
export function inputGradient(geometry: Geometry, dy: Data, filter: Data): Float64Array {
  const { batch, inputs, height, width } = geometry;
  const dx = new Float64Array(batch * inputs * height * width);
  eachRun(geometry, (to, from, tap, count, step) => {
    const weight = filter[tap] as number;
    for (let i = 0; i < count; i++) {
      const at = to + i * step;
      dx[at] = (dx[at] as number) + weight * (dy[from + i] as number);
    }
  });
  return dx;
}

/** The gradient of the filter, from x and the gradient of y. */
export function filterGradient(geometry: Geometry, x: Data, dy: Data): Float64Array {
  const { inputs, outputs, rows, columns, groups } = geometry;
  const gradient = new Float64Array((outputs * inputs * rows * columns) / groups);
  eachRun(geometry, (from, at, tap, count, step) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (x[from + i * step] as number) * (dy[at + i] as number);
    gradient[tap] = (gradient[tap] as number) + sum;
  });
  return gradient;
}
