import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { cast } from '../../tensor/cast.ts';
import { promote } from '../../tensor/promote.ts';
import { copyRows } from '../../tensor/rows.ts';
import { sameShape, showShape, wrapDim } from '../../tensor/shape.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';

function present(inputs: readonly (Tensor | undefined)[], name: string): Tensor[] {
  const tensors = inputs.filter((input): input is Tensor => input !== undefined);
  if (tensors.length > 0) return tensors;
  const message =
    name === 'cat'
      ? 'torch.cat(): expected a non-empty list of Tensors'
      : 'stack expects a non-empty TensorList';
  throw new TorchError('RuntimeError', message);
}

/** An empty one-dimensional tensor joins anything. */
const isNothing = (shape: readonly number[]) => shape.length === 1 && shape[0] === 0;

function checkJoin(tensors: readonly Tensor[], dim: number): void {
  const [model] = tensors.filter(({ shape }) => !isNothing(shape));
  tensors.forEach((tensor, k) => {
    if (tensor.shape.length === 0) {
      throw new TorchError(
        'RuntimeError',
        `zero-dimensional tensor (at position ${k}) cannot be concatenated`,
      );
    }
    if (!model || isNothing(tensor.shape)) return;
    const [own, others] = [tensor.shape, model.shape];
    if (own.length !== others.length) {
      throw new TorchError(
        'RuntimeError',
        `Tensors must have same number of dimensions: got ${others.length} and ${own.length}`,
      );
    }
    own.forEach((size, each) => {
      if (each === dim || size === others[each]) return;
      throw new TorchError(
        'RuntimeError',
        `Sizes of tensors must match except in dimension ${dim}. Expected size ${others[each]} but got size ` +
          `${size} for tensor number ${k} in the list.`,
      );
    });
  });
}

/** Tensors one after another along a dimension that they have */
export const cat = defineOperation<{ dim: number }>({
  name: 'cat',
  forward: (inputs, attributes) => {
    const tensors = present(inputs, 'cat');
    const model = tensors.find(({ shape }) => !isNothing(shape)) ?? (tensors[0] as Tensor);
    const dim = wrapDim(attributes.dim, model.shape.length);
    checkJoin(tensors, dim);
    const parts = tensors.filter(({ shape }) => !isNothing(shape));
    const dtype = tensors.reduce<Dtype | undefined>(
      (so, each) => promote(so, each.dtype),
      undefined,
    );
    const total = parts.reduce((sum, { shape }) => sum + (shape[dim] as number), 0);
    const out = zeros(
      model.shape.map((size, k) => (k === dim ? total : size)),
      dtype,
    );
    let offset = 0;
    for (const part of parts) {
      copyRows(part, { data: out.storage.data, strides: out.strides, offset });
      offset += (part.shape[dim] as number) * (out.strides[dim] as number);
    }
    return out;
  },
  backward: ([gradient], { shapes, dtypes, needs, attributes }) => {
    if (!gradient) return [];
    const dim = wrapDim(attributes.dim, gradient.shape.length);
    let start = 0;
    return shapes.map((shape, k) => {
      if (isNothing(shape)) return undefined;
      const size = shape[dim] as number;
      const part = needs[k]
        ? call('slice', [gradient], { dim, start, end: start + size, step: 1 })
        : undefined;
      start += size;
      return part && cast(part, dtypes[k] ?? part.dtype);
    });
  },
});

/** Tensors of one shape along a new dimension */
export const stack = defineOperation<{ dim: number }>({
  name: 'stack',
  forward: (inputs, attributes) => {
    const tensors = present(inputs, 'stack');
    const model = tensors[0] as Tensor;
    const dim = wrapDim(attributes.dim, model.shape.length + 1);
    tensors.forEach((each, k) => {
      if (sameShape(each.shape, model.shape)) return;
      throw new TorchError(
        'RuntimeError',
        `stack expects each tensor to be equal size, but got ${showShape(model.shape)} at entry 0 and ` +
          `${showShape(each.shape)} at entry ${k}`,
      );
    });
    return call(
      'cat',
      tensors.map((each) => call('unsqueeze', [each], { dim })),
      { dim },
    );
  },
  backward: ([gradient], { needs, attributes: { dim } }) =>
    needs.map((need, index) =>
      need && gradient ? call('select', [gradient], { dim, index }) : undefined,
    ),
});
