import * as tf from '@tensorflow/tfjs-core';
import { expectShape } from '../kernels/shapes.ts';
import type { Rng } from '../lib/rng.ts';
import { drawHeNormal } from './heNormal.ts';
import { Module } from './module.ts';
import { parameter } from './variable.ts';

export interface Conv2dOptions {
  stride?: number;
  /** Zeros on every side. */
  padding?: number;
}

/**
 * From so many pixels on, our WebAssembly convolution and an addition are quicker than tfjs's fused kernel;
 * with fewer, the filter outweighs the picture, and tfjs keeps it packed from call to call.
 */
const manyPixels = 128;

/** A convolution without bias: batch norm, which follows every one here, would cancel it. */
export class Conv2d extends Module {
  /** [height, width, in, out] */
  readonly weight: tf.Variable<tf.Rank.R4>;
  /** [out], once batch norm was folded into this convolution (foldBatchNorm.ts). */
  bias?: tf.Variable<tf.Rank.R1>;
  readonly stride: number;
  readonly padding: number;

  /** Born with zero weights: `initialise` draws them, or `loadStateDict` fills them. */
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number,
    { stride = 1, padding = 0 }: Conv2dOptions = {},
  ) {
    super();
    this.weight = parameter(() => tf.zeros([kernelSize, kernelSize, inChannels, outChannels]));
    this.stride = stride;
    this.padding = padding;
  }

  /**
   * x [batch, height, width, in] → [batch, ⌊(height + 2·padding − kernel) / stride⌋ + 1, …, out]
   * @throws when x has other channels, or is smaller than the kernel
   */
  forward(x: tf.Tensor4D): tf.Tensor4D {
    const [height, width, inChannels] = this.weight.shape;
    expectShape('Conv2d', 'input', x, ['batch', 'height', 'width', inChannels]);
    if (Math.min(x.shape[1] - height, x.shape[2] - width) + 2 * this.padding < 0) {
      throw new Error(
        `Conv2d: the kernel of ${height}×${width} is larger than the input of ${x.shape[1]}×${x.shape[2]} with padding ${this.padding}.`,
      );
    }
    const { weight, stride, padding, bias } = this;
    if (!bias) return tf.conv2d(x, weight, stride, padding);
    const outputPixels = (x.shape[0] * x.shape[1] * x.shape[2]) / stride ** 2;
    if (outputPixels >= manyPixels) return tf.add(tf.conv2d(x, weight, stride, padding), bias);
    return tf.fused.conv2d({ x, filter: weight, strides: stride, pad: padding, bias });
  }

  override resetParameters(rngFor: (name: string) => Rng): void {
    drawHeNormal(this.weight, rngFor('weight'));
  }
}
