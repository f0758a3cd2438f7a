import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { cast } from '../../tensor/cast.ts';
import { copyRows, eachRow, valuesOf } from '../../tensor/rows.ts';
import { contiguousStrides, showShape, wrapDim } from '../../tensor/shape.ts';
import { type Tensor, viewOf, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { scalar } from '../expressions.ts';
import { first } from '../inputs.ts';

function flipped(input: Tensor, dims: readonly number[]): Tensor {
  const turned = dims.map((dim) => wrapDim(dim, input.shape.length));
  const out = zeros(input.shape, input.dtype);
  let offset = input.offset;
  const strides = input.strides.map((stride, dim) => {
    if (!turned.includes(dim)) return stride;
    offset += Math.max((input.shape[dim] as number) - 1, 0) * stride;
    return -stride;
  });
  const { data } = out.storage;
  eachRow(
    input.shape,
    [out.strides, strides],
    [0, offset],
    ([to = 0, start = 0], [, step = 0], length) => {
      for (let i = 0; i < length; i++)
        data[to + i] = input.storage.data[start + i * step] as number;
    },
  );
  return out;
}

/** Dimensions read backwards */
export const flip = defineOperation<{ dims: number[] }>({
  name: 'flip',
  forward: (inputs, { dims }) => flipped(first(inputs), dims),
  backward: ([gradient], { attributes }) => [gradient && call('flip', [gradient], attributes)],
});

/** The tensor beside itself, so many times along each dimension */
export const repeat = defineOperation<{ repeats: number[] }>({
  name: 'repeat',
  forward: (inputs, { repeats }) => {
    const input = first(inputs);
    const missing = repeats.length - input.shape.length;
    if (missing < 0) {
      throw new TorchError(
        'RuntimeError',
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    }
    const shape = [...repeats.slice(0, missing).map(() => 1), ...input.shape];
    const strides = [...repeats.slice(0, missing).map(() => 0), ...input.strides];
    // Each dimension as two: the repetition and the index within.
    const pairs = shape.flatMap((size, dim) => [repeats[dim] as number, size]);
    const source = viewOf(
      input,
      pairs,
      strides.flatMap((stride) => [0, stride]),
    );
    const out = zeros(
      shape.map((size, dim) => size * (repeats[dim] as number)),
      input.dtype,
    );
    const to = { data: out.storage.data, strides: contiguousStrides(pairs), offset: 0 };
    copyRows(source, to);
    return out;
  },
  backward: ([gradient], { shapes: [shape = []], attributes: { repeats } }) => {
    if (!gradient) return [];
    const missing = repeats.length - shape.length;
    const pairs = repeats.flatMap((times, dim) => [
      times,
      dim < missing ? 1 : (shape[dim - missing] as number),
    ]);
    const apart = call('reshape', [gradient], { shape: pairs });
    const sum = call('sum', [apart], { dim: repeats.map((_, dim) => 2 * dim), keepdim: false });
    return [call('reshape', [sum], { shape: [...shape] })];
  },
});

/** Constants around: `pad` has pairs (before, after) from the last dimension on, negative to cut */
export const pad = defineOperation<{ pad: number[]; value?: number }>({
  name: 'pad',
  node: 'ConstantPadNdBackward0',
  forward: (inputs, { pad, value = 0 }) => {
    const input = first(inputs);
    const dims = input.shape.length;
    if (pad.length % 2 !== 0 || pad.length > 2 * dims) {
      throw new TorchError(
        'RuntimeError',
        pad.length % 2 !== 0
          ? 'Length of pad must be even but instead it equals ' + pad.length
          : `Length of pad should be no more than twice the number of dimensions of the input. Pad length is ` +
              `${pad.length}while the input has ${dims}dimensions.`,
      );
    }
    const edges = input.shape.map((_, dim) => {
      const at = 2 * (dims - 1 - dim);
      return [pad[at] ?? 0, pad[at + 1] ?? 0] as const;
    });
    const shape = input.shape.map((size, dim) => {
      const [before, after] = edges[dim] ?? [0, 0];
      const result = size + before + after;
      if (result < 0) {
        throw new TorchError(
          'RuntimeError',
          `The input size ${size}, plus negative padding ${before} and ${after} resulted in a negative output ` +
            `size, which is invalid. Check dimension ${dim} of your input.`,
        );
      }
      return result;
    });
    const out = zeros(shape, input.dtype);
    if (value !== 0)
      out.storage.data.fill(cast(scalar(value), input.dtype).storage.data[0] as number);
    let [source, target] = [input, out];
    edges.forEach(([before, after], dim) => {
      source = cut(source, dim, Math.max(-before, 0), Math.max(-after, 0));
      target = cut(target, dim, Math.max(before, 0), Math.max(after, 0));
    });
    copyRows(source, { data: out.storage.data, strides: target.strides, offset: target.offset });
    return out;
  },
  backward: ([gradient], { attributes: { pad } }) => [
    gradient && call('pad', [gradient], { pad: pad.map((each) => -each), value: 0 }),
  ],
});

function cut(tensor: Tensor, dim: number, before: number, after: number): Tensor {
  const offset = tensor.offset + before * (tensor.strides[dim] as number);
  const shape = tensor.shape.map((size, k) =>
    k === dim ? Math.max(size - before - after, 0) : size,
  );
  return viewOf(tensor, shape, tensor.strides, offset);
}

function triangle(name: 'tril' | 'triu') {
  return defineOperation<{ diagonal: number }>({
    name,
    forward: (inputs, { diagonal }) => {
      const input = first(inputs);
      const [rows = 0, columns = 0] = input.shape.slice(-2);
      if (input.shape.length < 2) {
        throw new TorchError(
          'RuntimeError',
          `${name}: input tensor must have at least 2 dimensions`,
        );
      }
      const out = zeros(input.shape, input.dtype);
      valuesOf(input).forEach((value, at) => {
        const row = Math.floor(at / columns) % rows;
        const distance = (at % columns) - row;
        const stays = name === 'tril' ? distance <= diagonal : distance >= diagonal;
        if (stays) out.storage.data[at] = value;
      });
      return out;
    },
    backward: ([gradient], { attributes }) => [gradient && call(name, [gradient], attributes)],
  });
}

/** What lies on one side of a diagonal */
export const triangles = [triangle('tril'), triangle('triu')];

/** Shifted along dimensions, round the end */
export const roll = defineOperation<{ shifts: number[]; dims: number[] }>({
  name: 'roll',
  forward: (inputs, { shifts, dims }) => {
    const input = first(inputs);
    if (shifts.length !== dims.length) {
      throw new TorchError(
        'RuntimeError',
        `shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length} ${showShape(input.shape)}`,
      );
    }
    return shifts.reduce((result, shift, k) => {
      const dim = wrapDim(dims[k] as number, input.shape.length);
      const size = input.shape[dim] as number;
      const start = size === 0 ? 0 : ((-shift % size) + size) % size;
      const parts = [
        call('slice', [result], { dim, start, end: size, step: 1 }),
        call('slice', [result], { dim, start: 0, end: start, step: 1 }),
      ];
      return call('cat', parts, { dim });
    }, input);
  },
  backward: ([gradient], { attributes: { shifts, dims } }) => [
    gradient && call('roll', [gradient], { shifts: shifts.map((shift) => -shift), dims }),
  ],
});
