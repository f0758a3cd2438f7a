import {
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { conv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2dBackpropFilter.ts';
import { conv2dBackpropInput } from './conv2dBackpropInput.ts';
import {
  checkOutputGradient,
  convInfo,
  isSupported,
  type ConvAttrs,
  type ConvInfo,
} from './convInfo.ts';
import type { Kernels } from './module.ts';
import { replaceKernel } from './replaceKernel.ts';

/** What tfjs hands a kernel, for a kernel of known inputs and attributes. */
interface Call<Inputs extends string, Attrs> {
  inputs: Record<Inputs, TensorInfo>;
  attrs: Attrs;
}

/** Registers the three convolutions. What ours don't compute goes to tfjs's own, where it has one. */
export function registerConvolutions(kernels: Kernels): void {
  replaceKernel(Conv2D, (stock): KernelFunc => (call) => {
    const { inputs, attrs } = call as unknown as Call<'x' | 'filter', ConvAttrs>;
    const { x, filter } = inputs;
    const info = convInfo(Conv2D, x.shape, filter.shape, attrs);
    const ours = isSupported(info, x, filter) && !isBoundByFilter(info);
    return ours ? conv2d(kernels, info, x, filter) : stock(call);
  });

  replaceKernel(Conv2DBackpropInput, (stock): KernelFunc => (call) => {
    const { inputs, attrs } = call as unknown as Call<
      'dy' | 'filter',
      ConvAttrs & { inputShape: number[] }
    >;
    const { dy, filter } = inputs;
    const info = convInfo(Conv2DBackpropInput, attrs.inputShape, filter.shape, attrs);
    checkOutputGradient(Conv2DBackpropInput, info, dy);
    return isSupported(info, dy, filter)
      ? conv2dBackpropInput(kernels, info, dy, filter)
      : stock(call);
  });

  replaceKernel(Conv2DBackpropFilter, (stock): KernelFunc => (call) => {
    const { inputs, attrs } = call as unknown as Call<
      'x' | 'dy',
      ConvAttrs & { filterShape: number[] }
    >;
    const { x, dy } = inputs;
    const info = convInfo(Conv2DBackpropFilter, x.shape, attrs.filterShape, attrs);
    checkOutputGradient(Conv2DBackpropFilter, info, dy);
    return isSupported(info, x, dy) ? conv2dBackpropFilter(kernels, info, x, dy) : stock(call);
  });
}

/**
 * Whether so large a filter meets so few pixels that packing it on every call takes longer than the
 * convolution, as at the end of a ResNet-34 on a single picture. tfjs's own keeps filters packed.
 */
function isBoundByFilter({ batchSize, outHeight, outWidth, inChannels, outChannels }: ConvInfo) {
  return batchSize * outHeight * outWidth < 128 && inChannels * outChannels > 2 ** 17;
}
