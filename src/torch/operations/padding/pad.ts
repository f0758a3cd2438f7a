import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { eachRow } from '../../tensor/rows.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';

interface PadAttributes {
  /** Before and after, of the last dimension first; negative numbers cut. */
  pad: number[];
  value: number;
}

/** The tensor within a border of one value. */
export const pad = defineOperation<PadAttributes>({
  name: 'pad',
  node: 'ConstantPadNdBackward0',
  forward: ([input], attributes) => {
    const x = input as Tensor;
    const { before, shape } = placesOf(x.shape, attributes.pad);
    const result = zeros(shape, x.dtype);
    if (attributes.value !== 0) result.storage.data.fill(attributes.value);
    const skipped = before.map((size) => Math.max(-size, 0));
    const starts = before.map((size) => Math.max(size, 0));
    const kept = shape.map((size, dim) =>
      Math.min((x.shape[dim] as number) - (skipped[dim] as number), size - (starts[dim] as number)),
    );
    if (kept.some((size) => size <= 0)) return result;
    const at = (base: number, strides: readonly number[], index: number[]) =>
      index.reduce((sum, each, dim) => sum + each * (strides[dim] as number), base);
    const [from, to] = [x.storage.data, result.storage.data];
    eachRow(
      kept,
      [x.strides, result.strides],
      [at(x.offset, x.strides, skipped), at(0, result.strides, starts)],
      ([start = 0, into = 0], [step = 0, stepInto = 0], length) => {
        for (let i = 0; i < length; i++) to[into + i * stepInto] = from[start + i * step] as number;
      },
    );
    return result;
  },
  backward: ([gradient], { attributes }) => [
    call('pad', [gradient], { pad: attributes.pad.map((size) => -size), value: 0 }),
  ],
});

/** What is added in front of each dimension, and the shape that comes of it. */
function placesOf(shape: readonly number[], sizes: number[]) {
  const refuse = (message: string): never => {
    throw new TorchError('RuntimeError', message);
  };
  if (sizes.length % 2 !== 0) refuse('Padding length must be divisible by 2');
  if (sizes.length / 2 > shape.length) refuse('Padding length too large');
  const ends = (dim: number) => {
    const pair = 2 * (shape.length - 1 - dim);
    return [sizes[pair] ?? 0, sizes[pair + 1] ?? 0] as const;
  };
  const padded = shape.map((size, dim) => {
    const [front, back] = ends(dim);
    if (size + front + back < 0) {
      refuse(
        `The input size ${size}, plus negative padding ${front} and ${back}, resulted in a negative output size, ` +
          `which is invalid. Check dimension ${dim} of your input.`,
      );
    }
    return size + front + back;
  });
  return { before: shape.map((_, dim) => ends(dim)[0]), shape: padded };
}
