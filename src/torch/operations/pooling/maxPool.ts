import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import type { Data } from '../../tensor/dtype.ts';
import { infoOf, isFloating } from '../../tensor/dtype.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { adaptiveWindows, type PoolAttributes, poolWindows, type Windows } from './windows.ts';

/** input [batch, channels, height, width] → the largest numbers of windows, and where in their maps they were. */
export const maxPool2d = defineOperation<PoolAttributes>({
  name: 'max_pool2d',
  node: 'MaxPool2DWithIndicesBackward0',
  forward: ([input], pool) => {
    const x = input as Tensor;
    if (!isFloating(x.dtype)) {
      throw new TorchError(
        'RuntimeError',
        `"max_pool2d" not implemented for '${infoOf(x.dtype).scalar}'`,
      );
    }
    return largest(x, poolWindows(x.shape, pool));
  },
  saves: () => ({ outputs: [1] }),
  backward: ([dy], { outputs: [, indices], shapes }) => [
    call('pick_gradient', [dy, indices], { shape: shapes[0] }),
  ],
});

/** input [batch, channels, height, width] → as many largest numbers as `size` says. */
export const adaptiveMaxPool2d = defineOperation<{ size: [number, number] }>({
  name: 'adaptive_max_pool2d',
  node: 'AdaptiveMaxPool2DBackward0',
  forward: ([input], { size }) => {
    const x = input as Tensor;
    const [, , height = 0, width = 0] = x.shape;
    return largest(x, {
      rows: adaptiveWindows(height, size[0]),
      columns: adaptiveWindows(width, size[1]),
      rowStep: 1,
      columnStep: 1,
    });
  },
  saves: () => ({ outputs: [1] }),
  backward: ([dy], { outputs: [, indices], shapes }) => [
    call('pick_gradient', [dy, indices], { shape: shapes[0] }),
  ],
});

/** Adds each number of dy to the place in its map [height, width] that it was picked from. */
export const pickGradient = defineOperation<{ shape: readonly number[] }>({
  name: 'pick_gradient',
  forward: ([gradient, indices], { shape }) => {
    const dy = gradient as Tensor;
    const dx = zeros(shape, dy.dtype);
    const { data } = dx.storage;
    const slopes = valuesOf(dy);
    eachPick(valuesOf(indices as Tensor), dy.shape, shape, (picked, place) => {
      data[place] = (data[place] as number) + (slopes[picked] as number);
    });
    return dx;
  },
  saves: () => ({ inputs: [1] }),
  backward: ([gradient], { inputs: [, indices], shapes }) => {
    const g = gradient as Tensor;
    const picked = zeros(shapes[0] ?? [], g.dtype);
    const slopes = valuesOf(g);
    eachPick(valuesOf(indices as Tensor), picked.shape, g.shape, (at, place) => {
      picked.storage.data[at] = slopes[place] as number;
    });
    return [picked];
  },
});

function eachPick(
  indices: Data,
  picked: readonly number[],
  whole: readonly number[],
  visit: (picked: number, place: number) => void,
): void {
  const perMap = (picked[2] ?? 0) * (picked[3] ?? 0);
  const mapSize = (whole[2] ?? 0) * (whole[3] ?? 0);
  for (let i = 0; i < indices.length; i++) {
    visit(i, Math.floor(i / perMap) * mapSize + (indices[i] as number));
  }
}

function largest(x: Tensor, { rows, columns, rowStep, columnStep }: Windows): [Tensor, Tensor] {
  const [batch = 0, channels = 0, height = 0, width = 0] = x.shape;
  const shape = [batch, channels, rows.length, columns.length];
  const y = zeros(shape, x.dtype);
  const indices = zeros(shape, 'int64');
  const [values, places] = [y.storage.data, indices.storage.data];
  const numbers = valuesOf(x);
  let out = 0;
  for (let map = 0; map < batch * channels; map++) {
    const start = map * height * width;
    for (const row of rows) {
      for (const column of columns) {
        let best = row.start * width + column.start;
        let value = numbers[start + best] as number;
        for (let i = row.start; i < row.end; i += rowStep) {
          for (let j = column.start; j < column.end; j += columnStep) {
            const other = numbers[start + i * width + j] as number;
            if (other > value || Number.isNaN(other)) {
              value = other;
              best = i * width + j;
            }
          }
        }
        values[out] = value;
        places[out++] = best;
      }
    }
  }
  return [y, indices];
}
