import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ConvInfo } from '../conv2d/convInfo.ts';
import { convolutionKernel, type ConvolutionInputs } from '../conv2d/convolutionKernel.ts';
import { drawPictures } from '../conv2d/webgl.convolution.ts';
import type { Gpu, Waiting } from '../webgl/gpu.ts';
import { createTexels, lanesOf, type Texels } from '../webgl/texels.ts';
import { wait } from '../webgl/waiting.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { Conv2DBackpropInput } from './contract.ts';
import { convolveInputGradient } from './webgl.program.ts';

/** dy as the output, filter [rows, columns, inputs, outputs] → dx as the input */
export function computeInputGradient(
  gpu: Gpu,
  { dy, filter }: ConvolutionInputs<Conv2DBackpropInput>,
  info: ConvInfo,
): TensorInfo {
  return withTexels(gpu, [dy, filter], (dy, taps) => {
    const dx = createTexels(gpu, info.inShape, lanesOf(info.inChannels));
    const gradient = new InputGradient(gpu, info, dy, taps, dx);
    if (dx.lanes === 4) wait(gpu, gradient);
    else gradient.draw();
    return dx;
  });
}

/** The gradient of x, which where a shortcut branches off is only ever read in a sum. */
export class InputGradient implements Waiting {
  readonly #gpu: Gpu;
  readonly #info: ConvInfo;
  readonly sources: readonly [dy: Texels, taps: Texels];
  readonly target: Texels;

  constructor(gpu: Gpu, info: ConvInfo, dy: Texels, taps: Texels, target: Texels) {
    this.#gpu = gpu;
    this.#info = info;
    this.sources = [dy, taps];
    this.target = target;
  }

  draw(): void {
    this.#drawTo(this.target);
  }

  /** Its sum with an addend of the same shape, without having been drawn itself. */
  plus(addend: Texels): Texels {
    return this.#drawTo(createTexels(this.#gpu, this.target.shape, 4), addend);
  }

  #drawTo(dx: Texels, addend?: Texels): Texels {
    const [dy, taps] = this.sources;
    return drawPictures(this.#gpu, convolveInputGradient, this.#info, { dy }, taps, dx, addend);
  }
}

/** The kernel Conv2DBackpropInput on WebGL. */
export const conv2dBackpropInput = convolutionKernel<Conv2DBackpropInput, Gpu>(
  Conv2DBackpropInput,
  computeInputGradient,
);
