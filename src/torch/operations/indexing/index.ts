import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { cast } from '../../tensor/cast.ts';
import { valuesOf } from '../../tensor/rows.ts';
import {
  broadcastShapes,
  contiguousStrides,
  sameShape,
  showShape,
  sizeOf,
} from '../../tensor/shape.ts';
import { type Tensor, fromData, viewOf, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { sumTo } from '../expressions.ts';
import { first } from '../inputs.ts';
import { contiguousCopy } from '../shape/clone.ts';

/** Where the numbers lie in row-major memory that an index names, and the shape of them all. */
interface Places {
  shape: number[];
  at: Int32Array;
}

/** Where a mask is true, in row-major order. */
function trueOf(mask: Tensor): Int32Array {
  const values = valuesOf(mask);
  const found = new Int32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) if (values[at]) found[count++] = at;
  return found.subarray(0, count);
}

/** A mask as the indices where it is true, one tensor for each of its dimensions. */
function indicesOf(mask: Tensor): Tensor[] {
  const strides = contiguousStrides(mask.shape);
  const found = trueOf(mask);
  return mask.shape.map((size, dim) =>
    fromData(
      Float64Array.from(found, (at) => Math.floor(at / (strides[dim] as number)) % size),
      [found.length],
      'int64',
    ),
  );
}

/** Masks become indices; each index has its dimension of the input. */
function expandMasks(input: Tensor, indices: readonly (Tensor | undefined)[]) {
  const all: (Tensor | undefined)[] = [];
  for (const index of indices) {
    if (!index || (index.dtype !== 'bool' && index.dtype !== 'uint8')) {
      all.push(index);
      continue;
    }
    index.shape.forEach((size, k) => {
      const dim = all.length + k;
      if (size === input.shape[dim]) return;
      throw new TorchError(
        'IndexError',
        `The shape of the mask ${showShape(index.shape)} at index ${k} does not match the shape of the indexed ` +
          `tensor ${showShape(input.shape)} at index ${dim}`,
      );
    });
    all.push(...indicesOf(index));
  }
  if (all.length > input.shape.length) {
    throw new TorchError(
      'IndexError',
      `too many indices for tensor of dimension ${input.shape.length}`,
    );
  }
  while (all.length < input.shape.length) all.push(undefined);
  return all;
}

function placesOf(input: Tensor, given: readonly (Tensor | undefined)[]): Places {
  const [mask] = given;
  if (mask?.dtype === 'bool' && given.length === 1 && sameShape(mask.shape, input.shape)) {
    const at = trueOf(mask);
    return { shape: [at.length], at };
  }
  const indices = expandMasks(input, given);
  const used = indices.flatMap((index, dim) => (index ? [{ index, dim }] : []));
  let common: number[] = [];
  try {
    common = used.reduce<number[]>((shape, { index }) => broadcastShapes(shape, index.shape), []);
  } catch {
    const shapes = used.map(({ index }) => showShape(index.shape)).join(', ');
    throw new TorchError(
      'IndexError',
      `shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes}`,
    );
  }
  const dims = used.map(({ dim }) => dim);
  const together = dims.every((dim, k) => k === 0 || dim === (dims[k - 1] as number) + 1);
  const front = together ? (dims[0] ?? 0) : 0;
  const strides = contiguousStrides(input.shape);
  const places = new Int32Array(sizeOf(common));
  for (const [nth, { index, dim }] of used.entries()) {
    const size = input.shape[dim] as number;
    const wide = valuesOf(call('expand', [index], { shape: common }));
    const stride = strides[dim] as number;
    wide.forEach((value, k) => {
      if (value < -size || value >= size) {
        throw new TorchError(
          'IndexError',
          `index ${value} is out of bounds for dimension ${nth} with size ${size}`,
        );
      }
      places[k] = (places[k] as number) + (value < 0 ? value + size : value) * stride;
    });
  }
  const rest = input.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const before = rest.filter((dim) => dim < front);
  const after = rest.filter((dim) => dim >= front);
  return combine(input.shape, strides, before, { shape: common, at: places }, after);
}

/** Every place of the dimensions in front, with every indexed place, with every place of those behind. */
function combine(
  shape: readonly number[],
  strides: readonly number[],
  before: readonly number[],
  middle: Places,
  after: readonly number[],
): Places {
  const offsets = (dims: readonly number[]) =>
    dims.reduce<number[]>(
      (so, dim) =>
        so.flatMap((start) =>
          Array.from(
            { length: shape[dim] as number },
            (_, k) => start + k * (strides[dim] as number),
          ),
        ),
      [0],
    );
  const [head, tail] = [offsets(before), offsets(after)];
  const at = new Int32Array(head.length * middle.at.length * tail.length);
  let k = 0;
  for (const a of head) for (const b of middle.at) for (const c of tail) at[k++] = a + b + c;
  const sizes = (dims: readonly number[]) => dims.map((dim) => shape[dim] as number);
  return { shape: [...sizes(before), ...middle.shape, ...sizes(after)], at };
}

/** input[indices]: integer tensors and masks, one for each dimension in order; undefined takes all of one */
export const index = defineOperation({
  name: 'index',
  forward: ([input, ...indices], _, kept) => {
    const source = first([input]);
    const places = placesOf(source, indices);
    const values = valuesOf(source);
    const out = zeros(places.shape, source.dtype);
    const { data } = out.storage;
    for (let k = 0; k < data.length; k++) data[k] = values[places.at[k] as number] as number;
    kept.places = places.at;
    return out;
  },
  backward: ([gradient], { shapes: [shape = []], kept }) => [
    gradient && call('put_places', [gradient], { shape, places: kept.places }),
  ],
});

interface PutPlaces {
  shape: number[];
  places: Int32Array;
}

/** The gradient of `index`: each number added at its place, among zeros */
export const putPlaces = defineOperation<PutPlaces>({
  name: 'put_places',
  forward: (inputs, { shape, places }) => {
    const gradient = first(inputs);
    const values = valuesOf(gradient);
    const out = zeros(shape, gradient.dtype);
    const { data } = out.storage;
    for (let k = 0; k < places.length; k++) {
      const at = places[k] as number;
      data[at] = (data[at] as number) + (values[k] as number);
    }
    return out;
  },
  backward: ([gradient], { attributes: { places }, shapes: [shape = []] }) => [
    gradient && takePlaces(gradient, places, shape),
  ],
});

function takePlaces(tensor: Tensor, places: Int32Array, shape: readonly number[]): Tensor {
  const at = fromData(Float64Array.from(places), [places.length], 'int64');
  const flat = call('reshape', [tensor], { shape: [-1] });
  return call('reshape', [call('gather', [flat, at], { dim: 0 })], { shape });
}

/** The first tensor with the second's numbers where the others point; added to them with `accumulate` */
export const indexPut = defineOperation<{ accumulate?: boolean }>({
  name: 'index_put',
  forward: ([input, value, ...indices], { accumulate }, kept) => {
    const target = first([input]);
    const places = placesOf(target, indices);
    const out = contiguousCopy(target);
    const { data } = out.storage;
    const values = valuesOf(fitValue(cast(first([value]), target.dtype), places.shape));
    places.at.forEach((at, k) => {
      data[at] = (values[k] as number) + (accumulate ? (data[at] as number) : 0);
    });
    kept.places = places.at;
    kept.shape = places.shape;
    return out;
  },
  backward: ([gradient], { shapes: [, shape = []], needs, attributes: { accumulate }, kept }) => {
    if (!gradient) return [];
    const places = kept.places as Int32Array;
    const taken = needs[1] ? takePlaces(gradient, places, kept.shape as number[]) : undefined;
    return [accumulate ? gradient : emptied(gradient, places), taken && fitGradient(taken, shape)];
  },
});

function fitValue(value: Tensor, shape: readonly number[]): Tensor {
  // Leading dimensions of size 1 are ignored, as in assignment to a slice.
  let fitted = value;
  while (fitted.shape.length > shape.length && fitted.shape[0] === 1) {
    fitted = viewOf(fitted, fitted.shape.slice(1), fitted.strides.slice(1));
  }
  try {
    return call('expand', [fitted], { shape });
  } catch {
    throw new TorchError(
      'RuntimeError',
      `shape mismatch: value tensor of shape ${showShape(value.shape)} cannot be broadcast to indexing result of ` +
        `shape ${showShape(shape)}`,
    );
  }
}

function fitGradient(gradient: Tensor, shape: readonly number[]): Tensor {
  const own = shape.slice(Math.max(shape.length - gradient.shape.length, 0));
  return call('reshape', [sumTo(gradient, own)], { shape: [...shape] });
}

function emptied(gradient: Tensor, places: Int32Array): Tensor {
  const rest = contiguousCopy(gradient);
  for (const at of places) rest.storage.data[at] = 0;
  return rest;
}

/** Indices of all numbers other than 0, a row for each */
export const nonzero = defineOperation({
  name: 'nonzero',
  forward: (inputs) => {
    const input = first(inputs);
    const indices = indicesOf(input);
    const rows = indices[0]?.size ?? 0;
    const out = zeros([rows, indices.length], 'int64');
    indices.forEach((each, dim) => {
      each.storage.data.forEach((value, row) => {
        out.storage.data[row * indices.length + dim] = value;
      });
    });
    return out;
  },
});
