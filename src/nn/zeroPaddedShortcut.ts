import type { Tensor4D } from '@tensorflow/tfjs-core';
import { subsample } from '../kernels/subsample/subsample.ts';
import { Module } from './module.ts';

/**
 * The shortcut that has no parameters (He et al. 2015, section 3.3, option A): every second pixel of
 * every second row, and zeros for the channels that are new.
 */
export class ZeroPaddedShortcut extends Module {
  readonly outChannels: number;

  constructor(outChannels: number) {
    super();
    this.outChannels = outChannels;
  }

  /**
   * x [batch, height, width, in] → [batch, ⌈height/2⌉, ⌈width/2⌉, out]
   * @throws when x has more channels than `outChannels`
   */
  forward(x: Tensor4D): Tensor4D {
    return subsample(x, this.outChannels);
  }
}
