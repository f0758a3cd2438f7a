import { chooseBand } from '../wasm/bands.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { suitsWinograd } from '../wasm/winograd.ts';
import { packPanels, panelBytes, type Convolution } from './wasm.panels.ts';
import { convolveByWinograd, type WinogradExports } from './wasm.winograd.ts';

export interface ConvolveExports extends WinogradExports {
  convolve: Export<23>;
}

/** Packs the filter into panels, then convolves band by band. */
export function convolve(wasm: Wasm<ConvolveExports>, c: Convolution): void {
  if (isDense(c) && suitsWinograd(c)) return convolveByWinograd(wasm, c);
  const { module, heap } = wasm;
  const chosen = chooseBand(c);
  const [panels = 0, band = 0, table = 0] = heap.scratch(
    panelBytes(c),
    chosen.bytes,
    chosen.tableBytes,
  );
  packPanels(module, c, panels);
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
