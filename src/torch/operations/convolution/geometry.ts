import { TorchError } from '../../TorchError.ts';
import { showShape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/Tensor.ts';

/** What the caller says of a convolution; pairs are [rows, columns]. */
export interface ConvAttributes {
  stride: [number, number];
  padding: [number, number];
  dilation: [number, number];
  groups: number;
}

type Shape = readonly number[];

/** The sizes of a convolution in full: x [batch, inputs, height, width], filter [outputs, inputs / groups, rows, columns]. */
export interface Geometry extends ConvAttributes {
  batch: number;
  inputs: number;
  height: number;
  width: number;
  outputs: number;
  rows: number;
  columns: number;
  outHeight: number;
  outWidth: number;
}

/** From shapes that fit (see `checkConvolution`). */
export function geometryOf(x: Shape, filter: Shape, attributes: ConvAttributes): Geometry {
  const [batch = 0, inputs = 0, height = 0, width = 0] = x;
  const [outputs = 0, , rows = 0, columns = 0] = filter;
  const { stride, padding, dilation } = attributes;
  const along = (dim: 0 | 1, size: number, taps: number) =>
    Math.floor((size + 2 * padding[dim] - dilation[dim] * (taps - 1) - 1) / stride[dim]) + 1;
  return {
    ...attributes,
    ...{ batch, inputs, height, width, outputs, rows, columns },
    outHeight: along(0, height, rows),
    outWidth: along(1, width, columns),
  };
}

export function outShape({ batch, outputs, outHeight, outWidth }: Geometry): number[] {
  return [batch, outputs, outHeight, outWidth];
}

/**
 * Whether input, filter and bias fit each other; dimensions have been checked.
 * @throws {TorchError} in PyTorch's words
 */
export function checkConvolution(
  input: Tensor,
  filter: Tensor,
  bias: Tensor | undefined,
  attributes: ConvAttributes,
): void {
  const { stride, padding, dilation, groups } = attributes;
  const refuse = (message: string): never => {
    throw new TorchError('RuntimeError', message);
  };
  if (padding.some((size) => size < 0)) refuse('negative padding is not supported');
  if (stride.some((size) => size <= 0)) refuse('non-positive stride is not supported');
  if (dilation.some((size) => size <= 0)) refuse('non-positive dilation is not supported');
  const [outputs = 0, perGroup = 0, ...taps] = filter.shape;
  if (outputs < groups || outputs % groups !== 0) {
    refuse(
      `Given groups=${groups}, expected weight to be divisible by ${groups} at dimension 0, ` +
        `but got weight of size [${showShape(filter.shape)}] instead`,
    );
  }
  const channels = input.shape[1] ?? 0;
  if (channels !== perGroup * groups) {
    refuse(
      `Given groups=${groups}, weight of size ${showShape(filter.shape)}, expected input${showShape(input.shape)} ` +
        `to have ${perGroup * groups} channels, but got ${channels} channels instead`,
    );
  }
  if (bias && (bias.shape.length !== 1 || bias.shape[0] !== outputs)) {
    refuse(
      `Given weight of size ${showShape(filter.shape)}, expected bias to be 1-dimensional with ${outputs} elements, ` +
        `but got bias of size ${showShape(bias.shape)} instead`,
    );
  }
  const padded = [0, 1].map((dim) => (input.shape[dim + 2] ?? 0) + 2 * (padding[dim] ?? 0));
  const reach = [0, 1].map((dim) => (dilation[dim] ?? 1) * ((taps[dim] ?? 0) - 1) + 1);
  if (reach.some((size, dim) => (padded[dim] ?? 0) < size)) {
    refuse(
      `Calculated padded input size per channel: (${padded.join(' x ')}). Kernel size: (${reach.join(' x ')}). ` +
        "Kernel size can't be greater than actual input size",
    );
  }
}
