import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { adaptiveWindows, type PoolAttributes, poolWindows, type Windows } from './windows.ts';

interface AverageAttributes extends PoolAttributes {
  countIncludePad: boolean;
  /** What sums are divided by, instead of the number of values. */
  divisor?: number;
}

interface AdaptiveAttributes {
  size: [number, number];
}

/** Means over windows, as an operation whose gradient is linear and has this operation as its gradient. */
function defineAverage<A extends object>(
  name: string,
  node: string,
  windowsOf: (shape: readonly number[], attributes: A) => Windows & { divisor?: number },
) {
  const gradientName = `${name}_gradient`;
  const forward = defineOperation<A>({
    name,
    node,
    forward: ([input], attributes) => {
      const x = input as Tensor;
      const windows = windowsOf(x.shape, attributes);
      const [batch = 0, channels = 0] = x.shape;
      const y = zeros([batch, channels, windows.rows.length, windows.columns.length], x.dtype);
      const means = y.storage.data;
      const numbers = valuesOf(x);
      eachWindow(x.shape, windows, (out, { first, rows, length, width, divisor }) => {
        let sum = 0;
        for (let row = 0; row < rows; row++) {
          const start = first + row * width;
          for (let i = start; i < start + length; i++) sum += numbers[i] as number;
        }
        means[out] = sum / divisor;
      });
      return y;
    },
    backward: ([dy], { attributes, shapes }) => [
      call(gradientName, [dy], { ...attributes, shape: shapes[0] }),
    ],
  });
  const gradient = defineOperation<A & { shape: readonly number[] }>({
    name: gradientName,
    forward: ([slope], attributes) => {
      const dy = slope as Tensor;
      const dx = zeros(attributes.shape, dy.dtype);
      const { data } = dx.storage;
      const slopes = valuesOf(dy);
      const windows = windowsOf(attributes.shape, attributes);
      eachWindow(attributes.shape, windows, (out, { first, rows, length, width, divisor }) => {
        const share = (slopes[out] as number) / divisor;
        for (let row = 0; row < rows; row++) {
          const start = first + row * width;
          for (let i = start; i < start + length; i++) data[i] = (data[i] as number) + share;
        }
      });
      return dx;
    },
    backward: ([g], { attributes: { shape: _, ...own } }) => [call(name, [g], own)],
  });
  return { forward, gradient };
}

export const avgPool2d = defineAverage<AverageAttributes>(
  'avg_pool2d',
  'AvgPool2DBackward0',
  (shape, attributes) => ({
    ...poolWindows(shape, attributes, attributes.countIncludePad),
    ...(attributes.divisor !== undefined && { divisor: attributes.divisor }),
  }),
);

export const adaptiveAvgPool2d = defineAverage<AdaptiveAttributes>(
  'adaptive_avg_pool2d',
  'AdaptiveAvgPool2DBackward0',
  ([, , height = 0, width = 0], { size }) => ({
    rows: adaptiveWindows(height, size[0]),
    columns: adaptiveWindows(width, size[1]),
    rowStep: 1,
    columnStep: 1,
  }),
);

/** Where one output's inputs lie: rows of `length` numbers, `width` apart. */
interface Patch {
  first: number;
  rows: number;
  length: number;
  width: number;
  divisor: number;
}

/** Each output with its patch, which is one object, filled anew. */
function eachWindow(
  [batch = 0, channels = 0, height = 0, width = 0]: readonly number[],
  { rows, columns, divisor }: Windows & { divisor?: number },
  visit: (out: number, patch: Patch) => void,
): void {
  const patch: Patch = { first: 0, rows: 0, length: 0, width, divisor: 1 };
  let out = 0;
  for (let map = 0; map < batch * channels; map++) {
    for (const row of rows) {
      for (const column of columns) {
        patch.first = (map * height + row.start) * width + column.start;
        patch.rows = row.end - row.start;
        patch.length = column.end - column.start;
        patch.divisor = divisor ?? row.counted * column.counted;
        visit(out++, patch);
      }
    }
  }
}
