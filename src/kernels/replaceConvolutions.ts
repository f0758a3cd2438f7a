import {
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import {
  checkOutputGradient,
  convInfo,
  isSupported,
  type ConvAttrs,
  type ConvInfo,
} from './convInfo.ts';
import { replaceKernel } from './replaceKernel.ts';

/** A backend's own convolution and its two gradients, of float32, channels last, without dilation. */
export interface Convolutions {
  conv2d(info: ConvInfo, x: TensorInfo, filter: TensorInfo): TensorInfo;
  conv2dBackpropInput(info: ConvInfo, dy: TensorInfo, filter: TensorInfo): TensorInfo;
  conv2dBackpropFilter(info: ConvInfo, x: TensorInfo, dy: TensorInfo): TensorInfo;
  /** Forward convolutions that tfjs's own does faster. */
  leaves?(info: ConvInfo): boolean;
}

/** What tfjs hands a kernel, for a kernel of known inputs and attributes. */
interface Call<Inputs extends string, Attrs> {
  inputs: Record<Inputs, TensorInfo>;
  attrs: Attrs;
}

/** Registers the three convolutions. What ours don't compute goes to tfjs's own, where it has one. */
export function replaceConvolutions(backendName: string, ours: Convolutions): void {
  replaceKernel(Conv2D, backendName, (stock): KernelFunc => (call) => {
    const { inputs, attrs } = call as unknown as Call<'x' | 'filter', ConvAttrs>;
    const { x, filter } = inputs;
    const info = convInfo(Conv2D, x.shape, filter.shape, attrs);
    return isSupported(info, x, filter) && !ours.leaves?.(info)
      ? ours.conv2d(info, x, filter)
      : stock(call);
  });

  replaceKernel(Conv2DBackpropInput, backendName, (stock): KernelFunc => (call) => {
    const { inputs, attrs } = call as unknown as Call<
      'dy' | 'filter',
      ConvAttrs & { inputShape: number[] }
    >;
    const { dy, filter } = inputs;
    const info = convInfo(Conv2DBackpropInput, attrs.inputShape, filter.shape, attrs);
    checkOutputGradient(Conv2DBackpropInput, info, dy);
    return isSupported(info, dy, filter) ? ours.conv2dBackpropInput(info, dy, filter) : stock(call);
  });

  replaceKernel(Conv2DBackpropFilter, backendName, (stock): KernelFunc => (call) => {
    const { inputs, attrs } = call as unknown as Call<
      'x' | 'dy',
      ConvAttrs & { filterShape: number[] }
    >;
    const { x, dy } = inputs;
    const info = convInfo(Conv2DBackpropFilter, x.shape, attrs.filterShape, attrs);
    checkOutputGradient(Conv2DBackpropFilter, info, dy);
    return isSupported(info, x, dy) ? ours.conv2dBackpropFilter(info, x, dy) : stock(call);
  });
}
