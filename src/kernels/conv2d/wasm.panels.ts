import type { BandShape } from '../wasm/bands.ts';
import type { Export } from '../wasm/module.ts';

/** A convolution of a float32 NHWC source, of any size and stride; addresses and steps in bytes. */
export interface Convolution extends BandShape {
  source: number;
  height: number;
  width: number;
  /** Source row and column of the first output's first tap; negative where there is padding. */
  firstRow: number;
  firstColumn: number;
  filter: number;
  /** From one tap row, tap column, input channel or output channel of the filter to the next; may be negative. */
  tapRowStep: number;
  tapColumnStep: number;
  inputStep: number;
  outputStep: number;
  output: number;
  outputs: number;
  outputImageBytes: number;
  outputRowBytes: number;
  outputColumnBytes: number;
}

export interface PanelExports {
  packPanels: Export<10>;
}

/** Size of a filter in panels of 8 output channels. */
export function panelBytes({ tapRows, tapColumns, inputs, outputs }: Convolution): number {
  return tapRows * tapColumns * inputs * Math.ceil(outputs / 8) * 32;
}

/** Packs the filter into panels, in the order in which a convolution reads it. */
export function packPanels(module: PanelExports, c: Convolution, panels: number): void {
  module.packPanels(
    ...[c.filter, panels],
    ...[c.tapRows, c.tapColumns, c.inputs, c.outputs],
    ...[c.tapRowStep, c.tapColumnStep, c.inputStep, c.outputStep],
  );
}
