import { chooseBand, type BandShape } from './bands.ts';
import type { Kernels } from './module.ts';
import { convolveByWinograd, suitsWinograd } from './winograd.ts';

/** A direct convolution of a float32 NHWC source; addresses and steps in bytes. */
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

/** Packs the filter into panels, then convolves band by band. */
export function convolve(kernels: Kernels, c: Convolution): void {
  if (isDense(c) && suitsWinograd(c)) return convolveByWinograd(kernels, c);
  const { module, heap } = kernels;
  const chosen = chooseBand(c);
  const panelBytes = c.tapRows * c.tapColumns * c.inputs * Math.ceil(c.outputs / 8) * 32;
  const [panels = 0, band = 0, table = 0] = heap.scratch(
    panelBytes,
    chosen.bytes,
    chosen.tableBytes,
  );
  module.packPanels(
    ...[c.filter, panels],
    ...[c.tapRows, c.tapColumns, c.inputs, c.outputs],
    ...[c.tapRowStep, c.tapColumnStep, c.inputStep, c.outputStep],
  );
  module.convolve(
    ...[c.source, c.batch, c.height, c.width, c.inputs],
    ...[panels, c.tapRows, c.tapColumns, c.rowStride, c.columnStride, c.firstRow, c.firstColumn],
    ...[c.output, c.outputs, c.outputRows, c.outputColumns],
    ...[c.outputImageBytes, c.outputRowBytes, c.outputColumnBytes],
    ...[band, table, chosen.images, chosen.rows],
  );
}

/** Whether the output is a tensor of its own, not every second pixel of one. */
function isDense(c: Convolution): boolean {
  return (
    c.outputColumnBytes === c.outputs * 4 &&
    c.outputRowBytes === c.outputColumns * c.outputColumnBytes &&
    c.outputImageBytes === c.outputRows * c.outputRowBytes
  );
}
