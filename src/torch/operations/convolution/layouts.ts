/** As many as fit a line of the processor's cache. */
const block = 16;

/** [batch, rows, columns] → [batch, columns, rows], which takes NCHW to NHWC and back; itself where that is the same. */
export function transposed(
  from: Float32Array,
  batch: number,
  rows: number,
  columns: number,
): Float32Array {
  if (rows === 1 || columns === 1) return from;
  const to = new Float32Array(from.length);
  for (let n = 0; n < batch; n++) {
    const start = n * rows * columns;
    for (let firstRow = 0; firstRow < rows; firstRow += block) {
      const endRow = Math.min(firstRow + block, rows);
      for (let column = 0; column < columns; column++) {
        const target = start + column * rows;
        for (let row = firstRow; row < endRow; row++) {
          to[target + row] = from[start + row * columns + column] as number;
        }
      }
    }
  }
  return to;
}

/** Filters of PyTorch [outputs, inputs, taps] as TensorFlow.js has them: [taps, inputs, outputs]. */
export function toTapsFirst(
  from: Float32Array,
  outputs: number,
  inputs: number,
  taps: number,
): Float32Array {
  const to = new Float32Array(from.length);
  for (let first = 0; first < outputs; first += block) {
    const end = Math.min(first + block, outputs);
    for (let input = 0; input < inputs; input++) {
      for (let tap = 0; tap < taps; tap++) {
        const target = (tap * inputs + input) * outputs;
        const source = input * taps + tap;
        for (let output = first; output < end; output++) {
          to[target + output] = from[output * inputs * taps + source] as number;
        }
      }
    }
  }
  return to;
}

/** The way back: [taps, inputs, outputs] → [outputs, inputs, taps]. */
export function toOutputsFirst(
  from: Float32Array,
  outputs: number,
  inputs: number,
  taps: number,
): Float32Array {
  const to = new Float32Array(from.length);
  for (let first = 0; first < outputs; first += block) {
    const end = Math.min(first + block, outputs);
    for (let input = 0; input < inputs; input++) {
      for (let tap = 0; tap < taps; tap++) {
        const source = (tap * inputs + input) * outputs;
        const target = input * taps + tap;
        for (let output = first; output < end; output++) {
          to[output * inputs * taps + target] = from[source + output] as number;
        }
      }
    }
  }
  return to;
}
