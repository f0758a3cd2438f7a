import { expect, test } from 'vitest';
import { isRight, work, workInputs } from '../../../src/engine/preflight/work.ts';

const { pictures, size, channels, epsilon } = work;

/** One layer in float64. */
function layer(x: ArrayLike<number>, filter: ArrayLike<number>): Float64Array {
  const maps = convolve(x, filter);
  const count = pictures * size * size;
  for (let channel = 0; channel < channels; channel++) {
    let [sum, square] = [0, 0];
    for (let i = channel; i < maps.length; i += channels) sum += maps[i]!;
    const mean = sum / count;
    for (let i = channel; i < maps.length; i += channels) square += (maps[i]! - mean) ** 2;
    const deviation = Math.sqrt(square / count + epsilon);
    for (let i = channel; i < maps.length; i += channels)
      maps[i] = Math.max(0, (maps[i]! - mean) / deviation);
  }
  return maps;
}

function convolve(x: ArrayLike<number>, filter: ArrayLike<number>): Float64Array {
  const y = new Float64Array(x.length);
  for (let pixel = 0; pixel < pictures * size * size; pixel++) {
    const column = pixel % size;
    const row = Math.floor(pixel / size) % size;
    for (let tap = 0; tap < 9; tap++) {
      const [i, j] = [row + Math.floor(tap / 3) - 1, column + (tap % 3) - 1];
      if (i < 0 || j < 0 || i >= size || j >= size) continue;
      const from = (pixel + (i - row) * size + j - column) * channels;
      for (let input = 0; input < channels; input++)
        for (let output = 0; output < channels; output++)
          y[pixel * channels + output]! +=
            x[from + input]! * filter[(tap * channels + input) * channels + output]!;
    }
  }
  return y;
}

test('the numbers that each rung has to compute are those of float64', () => {
  const { map, filter } = workInputs();
  const first = Array.from(layer(map, filter)).slice(0, channels);
  expect(isRight(first)).toBe(true);
  expect(isRight(first.map((value) => value * 1.1))).toBe(false);
  expect(isRight([])).toBe(false);
});
