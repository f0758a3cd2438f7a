import { convertTo, type Dtype } from './dtype.ts';
import { promote } from './promote.ts';
import { valuesOf } from './rows.ts';
import { type Tensor, zeros } from './Tensor.ts';

/** The numbers as those of another dtype; the tensor itself where it is of that dtype already. */
export function cast(tensor: Tensor, dtype: Dtype): Tensor {
  if (tensor.dtype === dtype) return tensor;
  const values = valuesOf(tensor);
  const result = zeros(tensor.shape, dtype);
  const { data } = result.storage;
  if (promote(dtype, tensor.dtype) === dtype) {
    data.set(values);
    return result;
  }
  const convert = convertTo(dtype);
  for (let i = 0; i < values.length; i++) data[i] = convert(values[i] as number);
  return result;
}
