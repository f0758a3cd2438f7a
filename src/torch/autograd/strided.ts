import { copyRows, eachRow } from '../tensor/rows.ts';
import { contiguousStrides, isContiguous } from '../tensor/shape.ts';
import { type Tensor, viewOf, zeros } from '../tensor/Tensor.ts';

export interface Region {
  shape: readonly number[];
  strides: readonly number[];
  offset: number;
}

/** A region of a tensor's memory, as the same region of a contiguous tensor of that shape. */
function regionIn(base: Tensor, region: Region): Region {
  if (isContiguous(base)) return { ...region, offset: region.offset - base.offset };
  const own = contiguousStrides(base.shape);
  // A region's steps are those of the base's dimensions or multiples of them: read off through the steps.
  const order = base.strides
    .map((stride, dim) => ({ stride, own: own[dim] as number }))
    .filter(({ stride }) => stride > 0)
    .sort((a, b) => b.stride - a.stride);
  const translate = (distance: number) => {
    let rest = Math.abs(distance);
    let result = 0;
    for (const { stride, own } of order) {
      const times = Math.floor(rest / stride);
      rest -= times * stride;
      result += times * own;
    }
    return distance < 0 ? -result : result;
  };
  return {
    shape: region.shape,
    strides: region.strides.map(translate),
    offset: translate(region.offset - base.offset),
  };
}

/** The gradient of a region of `base`'s memory as one of `base`: zero elsewhere. */
export function scatterStrided(gradient: Tensor, base: Tensor, region: Region): Tensor {
  const whole = zeros(base.shape, gradient.dtype);
  const into = regionIn(base, region);
  const { data } = whole.storage;
  const from = gradient.storage.data;
  // Numbers that the region repeats have the sum of the gradients.
  eachRow(
    region.shape,
    [gradient.strides, into.strides],
    [gradient.offset, into.offset],
    ([start = 0, to = 0], [step = 0, stepTo = 0], length) => {
      for (let i = 0; i < length; i++) {
        const at = to + i * stepTo;
        data[at] = (data[at] as number) + (from[start + i * step] as number);
      }
    },
  );
  return whole;
}

/** The region of a gradient of `base`, and the rest with the region set to zero. */
export function splitGradient(
  gradient: Tensor,
  base: Tensor,
  region: Region,
): { inside: Tensor; outside: Tensor } {
  const outside = zeros(base.shape, gradient.dtype);
  copyRows(gradient, { data: outside.storage.data, strides: outside.strides, offset: 0 });
  const into = regionIn(base, region);
  const inside = zeros(region.shape, gradient.dtype);
  const window = viewOf(outside, into.shape, into.strides, into.offset);
  copyRows(window, { data: inside.storage.data, strides: inside.strides, offset: 0 });
  const nothing = zeros([], gradient.dtype);
  const repeat = viewOf(
    nothing,
    into.shape,
    into.shape.map(() => 0),
  );
  copyRows(repeat, { data: outside.storage.data, strides: into.strides, offset: into.offset });
  return { inside, outside };
}
