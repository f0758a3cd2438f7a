import { defineOperation } from '../../Operation.ts';
import { convertTo, type Dtype, infoOf, isFloating } from '../../tensor/dtype.ts';
import { showShape, sizeOf } from '../../tensor/shape.ts';
import { madeLater, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';

/** A tensor of one number throughout */
export const full = defineOperation<{ shape: number[]; value: number; dtype: Dtype }>({
  name: 'full',
  forward: (_, { shape, value, dtype }) => {
    if (shape.some((size) => size < 0)) {
      const negative = shape.find((size) => size < 0) ?? 0;
      throw new TorchError(
        'RuntimeError',
        `Trying to create tensor with negative dimension ${negative}: ${showShape(shape)}`,
      );
    }
    const { array } = infoOf(dtype);
    const size = sizeOf(shape);
    const make = () =>
      value === 0 ? new array(size) : new array(size).fill(convertTo(dtype)(value));
    return madeLater(make, shape, dtype);
  },
});

/** Numbers from start up to (not with) end */
export const arange = defineOperation<{ start: number; end: number; step: number; dtype: Dtype }>({
  name: 'arange',
  forward: (_, { start, end, step, dtype }) => {
    if (step === 0) throw new TorchError('RuntimeError', 'step must be nonzero');
    if (step > 0 !== end >= start && end !== start) {
      throw new TorchError(
        'RuntimeError',
        'upper bound and larger bound inconsistent with step sign',
      );
    }
    const tensor = zeros([Math.ceil((end - start) / step)], dtype);
    const { data } = tensor.storage;
    const convert = convertTo(dtype);
    for (let k = 0; k < data.length; k++) data[k] = convert(start + k * step);
    return tensor;
  },
});

/** Evenly spaced numbers from start to end, both among them */
export const linspace = defineOperation<{
  start: number;
  end: number;
  steps: number;
  dtype: Dtype;
}>({
  name: 'linspace',
  forward: (_, { start, end, steps, dtype }) => {
    if (steps < 0) throw new TorchError('RuntimeError', 'number of steps must be non-negative');
    const tensor = zeros([steps], dtype);
    const { data } = tensor.storage;
    const round = dtype === 'float32' ? Math.fround : (value: number) => value;
    const step = steps > 1 ? round((round(end) - round(start)) / (steps - 1)) : 0;
    const convert = isFloating(dtype) ? round : convertTo(dtype);
    for (let k = 0; k < steps; k++) {
      // From both ends, so that each is exact.
      data[k] = convert(k < steps / 2 ? start + step * k : end - step * (steps - k - 1));
    }
    if (steps === 1) data[0] = convert(start);
    return tensor;
  },
});

/** Ones on the diagonal */
export const eye = defineOperation<{ rows: number; columns: number; dtype: Dtype }>({
  name: 'eye',
  forward: (_, { rows, columns, dtype }) => {
    const tensor = zeros([rows, columns], dtype);
    for (let k = 0; k < Math.min(rows, columns); k++) tensor.storage.data[k * columns + k] = 1;
    return tensor;
  },
});
