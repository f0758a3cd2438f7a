import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { copyRows } from '../../tensor/rows.ts';
import { showShape, wrapDim } from '../../tensor/shape.ts';
import { type Tensor, viewOf, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { first } from '../inputs.ts';

interface Slice {
  dim: number;
  start: number;
  end: number;
  step: number;
}

function sliced(input: Tensor, { dim, start, end, step }: Slice): Tensor {
  const size = input.shape[dim] as number;
  const clip = (at: number) => Math.min(Math.max(at < 0 ? at + size : at, 0), size);
  const [from, to] = [clip(start), clip(end)];
  const count = Math.max(Math.ceil((to - from) / step), 0);
  const stride = input.strides[dim] as number;
  return viewOf(
    input,
    input.shape.map((each, k) => (k === dim ? count : each)),
    input.strides.map((each, k) => (k === dim ? each * step : each)),
    input.offset + from * stride,
  );
}

/** The gradient of a view, at its place among zeros. */
function placed(
  gradient: Tensor,
  shape: readonly number[],
  place: (whole: Tensor) => Tensor,
): Tensor {
  const whole = zeros(shape, gradient.dtype);
  const into = place(whole);
  copyRows(gradient, { data: whole.storage.data, strides: into.strides, offset: into.offset });
  return whole;
}

/** Every step-th index of one dimension, from start up to end */
export const slice = defineOperation<Slice>({
  name: 'slice',
  forward: (inputs, attributes) => {
    const input = first(inputs);
    return sliced(input, { ...attributes, dim: wrapDim(attributes.dim, input.shape.length) });
  },
  backward: ([gradient], { shapes: [shape = []], attributes }) => [
    gradient && call('slice_backward', [gradient], { shape: [...shape], ...attributes }),
  ],
});

/** The gradient of a slice, among zeros */
export const sliceBackward = defineOperation<Slice & { shape: number[] }>({
  name: 'slice_backward',
  forward: (inputs, { shape, ...slice }) => {
    const dim = wrapDim(slice.dim, shape.length);
    return placed(first(inputs), shape, (whole) => sliced(whole, { ...slice, dim }));
  },
  backward: ([gradient], { attributes }) => [gradient && call('slice', [gradient], attributes)],
});

interface Select {
  dim: number;
  index: number;
}

function selected(input: Tensor, attributes: Select): Tensor {
  const dims = input.shape.length;
  if (dims === 0) {
    throw new TorchError('IndexError', 'select() cannot be applied to a 0-dim tensor.');
  }
  const dim = wrapDim(attributes.dim, dims);
  const size = input.shape[dim] as number;
  const { index } = attributes;
  if (index < -size || index >= size) {
    throw new TorchError(
      'IndexError',
      `select(): index ${index} out of range for tensor of size ${showShape(input.shape)} at dimension ${dim}`,
    );
  }
  return viewOf(
    input,
    input.shape.filter((_, k) => k !== dim),
    input.strides.filter((_, k) => k !== dim),
    input.offset + (index < 0 ? index + size : index) * (input.strides[dim] as number),
  );
}

/** One index of a dimension, which goes away */
export const select = defineOperation<Select>({
  name: 'select',
  forward: (inputs, attributes) => selected(first(inputs), attributes),
  backward: ([gradient], { shapes: [shape = []], attributes }) => [
    gradient && call('select_backward', [gradient], { shape: [...shape], ...attributes }),
  ],
});

/** The gradient of one index, among zeros */
export const selectBackward = defineOperation<Select & { shape: number[] }>({
  name: 'select_backward',
  forward: (inputs, { shape, ...select }) =>
    placed(first(inputs), shape, (whole) => selected(whole, select)),
  backward: ([gradient], { attributes }) => [gradient && call('select', [gradient], attributes)],
});

/** Pieces of the given sizes along one dimension */
export const split = defineOperation<{ sizes: number[]; dim: number }>({
  name: 'split',
  forward: (inputs, { sizes, dim }) => {
    const input = first(inputs);
    const along = wrapDim(dim, input.shape.length);
    let start = 0;
    return sizes.map((size) => {
      const piece = sliced(input, { dim: along, start, end: start + size, step: 1 });
      start += size;
      return piece;
    });
  },
  backward: (gradients, { shapes: [shape = []], dtypes: [dtype], attributes }) => {
    const { sizes, dim } = attributes;
    const along = wrapDim(dim, shape.length);
    const parts = sizes.map((size, k) => {
      const missing = () =>
        zeros(
          shape.map((each, at) => (at === along ? size : each)),
          dtype,
        );
      return gradients[k] ?? missing();
    });
    return [call('cat', parts, { dim })];
  },
});

/** All indices of one dimension as tensors of their own */
export const unbind = defineOperation<{ dim: number }>({
  name: 'unbind',
  forward: (inputs, { dim }) => {
    const input = first(inputs);
    const along = wrapDim(dim, input.shape.length);
    const count = input.shape[along] as number;
    return Array.from({ length: count }, (_, index) => selected(input, { dim: along, index }));
  },
  backward: (gradients, { shapes: [shape = []], dtypes: [dtype], attributes: { dim } }) => {
    const along = wrapDim(dim, shape.length);
    const part = shape.filter((_, k) => k !== along);
    const parts = Array.from(
      { length: shape[along] as number },
      (_, k) => gradients[k] ?? zeros(part, dtype),
    );
    return [call('stack', parts, { dim })];
  },
});
