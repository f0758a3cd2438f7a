import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { type Dtype, infoOf, isFloating } from '../../tensor/dtype.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { fromData, type Tensor } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { checkConvolution, type ConvAttributes, geometryOf, outShape } from './geometry.ts';
import * as kernels from './kernels.ts';
import * as loops from './loops.ts';

/** The two gradients need a shape that their inputs don't have. */
type GradientAttributes = ConvAttributes & { shape: readonly number[] };

type Operands = readonly [Tensor, Tensor];

/**
 * input [batch, inputs, height, width], weight [outputs, inputs / groups, rows, columns], bias [outputs] or
 * undefined → [batch, outputs, …]
 */
export const conv2d = defineOperation<ConvAttributes>({
  name: 'conv2d',
  node: 'ConvolutionBackward0',
  forward: ([x, filter, bias], attributes) => {
    const [input, weight] = [x, filter] as [Tensor, Tensor];
    checkConvolution(input, weight, bias, attributes);
    checkDtypes(input, weight, bias);
    const geometry = geometryOf(input.shape, weight.shape, attributes);
    const data = [valuesOf(input), valuesOf(weight)] as const;
    const { convolve } = kernels.suitsKernels(geometry, ...data) ? kernels : loops;
    const y = convolve(geometry, ...data);
    if (bias) addBias(y, bias, geometry.outHeight * geometry.outWidth);
    return fromData(y, outShape(geometry), input.dtype);
  },
  saves: (needs) => ({ inputs: [...(needs[1] ? [0] : []), ...(needs[0] ? [1] : [])] }),
  backward: ([gradient], { attributes, inputs, shapes, needs }) => {
    const [x, filter] = inputs;
    const dy = gradient as Tensor;
    return [
      needs[0]
        ? call('conv2d_input_gradient', [dy, filter], { ...attributes, shape: shapes[0] })
        : undefined,
      needs[1]
        ? call('conv2d_filter_gradient', [x, dy], { ...attributes, shape: shapes[1] })
        : undefined,
      needs[2] ? call('sum', [dy], { dim: [0, 2, 3], keepdim: false }) : undefined,
    ];
  },
});

/** dy as conv2d's result, weight → the gradient of its input; linear in both, so conv2d is its gradient. */
export const conv2dInputGradient = defineOperation<GradientAttributes>({
  name: 'conv2d_input_gradient',
  node: 'ConvolutionBackwardBackward0',
  forward: (inputs, { shape, ...attributes }) => {
    const [dy, weight] = inputs as unknown as Operands;
    const geometry = geometryOf(shape, weight.shape, attributes);
    const data = [valuesOf(dy), valuesOf(weight)] as const;
    const { inputGradient } = kernels.suitsKernels(geometry, ...data) ? kernels : loops;
    return fromData(inputGradient(geometry, ...data), shape, dy.dtype);
  },
  saves: () => ({ inputs: [0, 1] }),
  backward: ([gradient], { attributes, inputs, shapes, needs }) => {
    const [dy, weight] = inputs;
    const { shape: _, ...own } = attributes;
    return [
      needs[0] ? call('conv2d', [gradient, weight], own) : undefined,
      needs[1]
        ? call('conv2d_filter_gradient', [gradient, dy], { ...own, shape: shapes[1] })
        : undefined,
    ];
  },
});

/** input, dy as conv2d's result → the gradient of its weight; linear in both. */
export const conv2dFilterGradient = defineOperation<GradientAttributes>({
  name: 'conv2d_filter_gradient',
  node: 'ConvolutionBackwardBackward0',
  forward: (inputs, { shape, ...attributes }) => {
    const [x, dy] = inputs as unknown as Operands;
    const geometry = geometryOf(x.shape, shape, attributes);
    const data = [valuesOf(x), valuesOf(dy)] as const;
    const { filterGradient } = kernels.suitsKernels(geometry, ...data) ? kernels : loops;
    return fromData(filterGradient(geometry, ...data), shape, dy.dtype);
  },
  saves: () => ({ inputs: [0, 1] }),
  backward: ([gradient], { attributes, inputs, shapes, needs }) => {
    const [x, dy] = inputs;
    const { shape: _, ...own } = attributes;
    return [
      needs[0]
        ? call('conv2d_input_gradient', [dy, gradient], { ...own, shape: shapes[0] })
        : undefined,
      needs[1] ? call('conv2d', [x, gradient], own) : undefined,
    ];
  },
});

/** How C++ calls the types of numbers. */
const cNames: Record<Dtype, string> = {
  bool: 'bool',
  uint8: 'unsigned char',
  int32: 'int',
  int64: 'long int',
  float32: 'float',
  float64: 'double',
};

function checkDtypes(input: Tensor, weight: Tensor, bias: Tensor | undefined): void {
  const refuse = (message: string): never => {
    throw new TorchError('RuntimeError', message);
  };
  if (bias && bias.dtype !== input.dtype) {
    const [own, other] = [cNames[input.dtype], cNames[bias.dtype]];
    refuse(`Input type (${own}) and bias type (${other}) should be the same`);
  }
  const name = infoOf(input.dtype).scalar;
  if (weight.dtype !== input.dtype) {
    refuse(`expected scalar type ${name} but found ${infoOf(weight.dtype).scalar}`);
  }
  if (!isFloating(input.dtype)) refuse(`"conv2d" not implemented for '${name}'`);
}

function addBias(y: Float32Array | Float64Array, bias: Tensor, pixels: number): void {
  const values = valuesOf(bias);
  for (let start = 0; start < y.length; start += pixels) {
    const offset = values[(start / pixels) % values.length] as number;
    for (let i = start; i < start + pixels; i++) y[i] = (y[i] as number) + offset;
  }
}
