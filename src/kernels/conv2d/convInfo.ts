import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvAttrs } from './contract.ts';

export type ConvInfo = backend_util.Conv2DInfo;

/**
 * The convolution's sizes in full, from the shapes of an input [batch, height, width, inputs], or
 * [batch, inputs, height, width] for NCHW, and a filter [tapRows, tapColumns, inputs, outputs].
 * @param op names the operation in errors
 * @throws when the shapes don't fit each other
 */
export function convInfo(op: string, x: number[], filter: number[], attrs: ConvAttrs): ConvInfo {
  const channels = attrs.dataFormat === 'NCHW' ? x[1] : x[3];
  if (x.length !== 4 || filter.length !== 4 || channels !== filter[2]) {
    throw new Error(
      `${op}: expected an input [batch, height, width, inputs] and a filter ` +
        `[rows, columns, inputs, outputs] of the same inputs, got [${x}] and [${filter}].`,
    );
  }
  return backend_util.computeConv2DInfo(
    x as [number, number, number, number],
    filter as [number, number, number, number],
    attrs.strides,
    attrs.dilations ?? 1,
    attrs.pad,
    attrs.dimRoundingMode,
    false,
    backend_util.convertConv2DDataFormat(attrs.dataFormat),
  );
}

/**
 * The same for a composed form, which computes the usual layout alone.
 * @throws when the layout is another one
 */
export function channelsLastInfo(
  op: string,
  x: number[],
  filter: number[],
  attrs: ConvAttrs,
): ConvInfo {
  if (attrs.dataFormat !== 'NHWC')
    throw new Error(`${op}: expected layout NHWC, got ${attrs.dataFormat}.`);
  return convInfo(op, x, filter, attrs);
}

/** What our kernels compute: float32, channels last, no dilation. */
export function isSupported(info: ConvInfo, ...tensors: TensorInfo[]): boolean {
  return (
    info.dataFormat === 'channelsLast' &&
    info.dilationHeight === 1 &&
    info.dilationWidth === 1 &&
    tensors.every(({ dtype }) => dtype === 'float32')
  );
}

/**
 * @param op names the operation in errors
 * @throws unless the output gradient has the convolution's output shape
 */
export function checkOutputGradient(op: string, info: ConvInfo, dy: TensorInfo): void {
  if (dy.shape.join() !== info.outShape.join()) {
    throw new Error(
      `${op}: a convolution of [${info.inShape}] by [${info.filterShape}] has outputs ` +
        `[${info.outShape}], but dy is [${dy.shape}].`,
    );
  }
}
