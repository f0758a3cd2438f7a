import { itemSize } from '../safetensors/dtypes.ts';
import type { TorchTensor } from './torchNames.ts';

/**
 * The elements of a tensor in row-major order: a view of its storage where they lie so already, else a copy.
 * @param storage bytes of the tensor's whole storage
 */
export function contiguous(tensor: TorchTensor, storage: Uint8Array): Uint8Array {
  const {
    storage: { dtype },
    offset,
    shape,
    strides,
    elements,
  } = tensor;
  const size = itemSize(dtype);
  if (isContiguous(tensor)) return storage.subarray(offset * size, (offset + elements) * size);

  const result = new Uint8Array(elements * size);
  const index = shape.map(() => 0);
  let from = offset * size;
  for (let to = 0; to < result.length; to += size) {
    for (let byte = 0; byte < size; byte++) result[to + byte] = storage[from + byte] as number;
    // Counts on as an odometer does: a full axis goes back to 0 and the one before it counts.
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const stride = (strides[axis] as number) * size;
      const next = (index[axis] as number) + 1;
      from += stride;
      index[axis] = next;
      if (next < (shape[axis] as number)) break;
      from -= next * stride;
      index[axis] = 0;
    }
  }
  return result;
}

/** The stride of an axis of one element is never used. */
function isContiguous({ shape, strides, elements }: TorchTensor): boolean {
  if (elements === 0) return true;
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis] as number;
    if (size !== 1 && strides[axis] !== expected) return false;
    expected *= size;
  }
  return true;
}
