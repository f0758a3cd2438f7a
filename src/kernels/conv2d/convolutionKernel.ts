import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Conv2DBackpropFilter } from '../conv2dBackpropFilter/contract.ts';
import type { Conv2DBackpropInput } from '../conv2dBackpropInput/contract.ts';
import type { BackendKernel, Infos } from '../kernel.ts';
import type { Conv2D, ConvAttrs } from './contract.ts';
import { checkOutputGradient, convInfo, isSupported, type ConvInfo } from './convInfo.ts';

type Convolution = Conv2D | Conv2DBackpropInput | Conv2DBackpropFilter;

export type ConvolutionInputs<K extends Convolution> = Infos<K['inputs']>;

/** Two of x, filter and dy, and the shape of the one that is wanted. */
interface Given {
  inputs: { x?: TensorInfo; filter?: TensorInfo; dy?: TensorInfo };
  attrs: ConvAttrs & { inputShape?: number[]; filterShape?: number[] };
}

/**
 * A kernel in the place of TensorFlow.js's convolution or of one of its gradients. What ours don't
 * compute goes to TensorFlow.js's own, where it has one.
 *
 * @param compute computes float32, channels last, without dilation; shapes have been checked
 * @param leaves tells what TensorFlow.js's own does faster
 */
export function convolutionKernel<K extends Convolution, Device>(
  kernel: string,
  compute: (device: Device, inputs: ConvolutionInputs<K>, info: ConvInfo) => TensorInfo,
  leaves: (info: ConvInfo) => boolean = () => false,
): BackendKernel<K, Device> {
  return {
    kernel,
    run(device, inputs, given, stock) {
      const { x, filter, dy } = inputs as Given['inputs'];
      const attrs = given as Given['attrs'];
      const inShape = x?.shape ?? attrs.inputShape ?? [];
      const info = convInfo(kernel, inShape, filter?.shape ?? attrs.filterShape ?? [], attrs);
      if (dy) checkOutputGradient(kernel, info, dy);
      const ours = isSupported(info, ...Object.values(inputs)) && !leaves(info);
      return (ours ? compute(device, inputs, info) : stock()) as Infos<K['outputs']>;
    },
  };
}
