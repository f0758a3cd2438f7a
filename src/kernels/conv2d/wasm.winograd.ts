import { align } from '../wasm/heap.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { inParts } from '../wasm/threads/inParts.ts';
import { chooseTileBand, elementStep, tileRowBytes } from '../wasm/winograd.ts';
import { packPanels, panelBytes, type Convolution, type PanelExports } from './wasm.panels.ts';
import { splitConvolution } from './wasm.parts.ts';

export interface WinogradExports extends PanelExports {
  winogradFilter: Export<5>;
  winogradConvolve: Export<21>;
}

/** Packs the filter into panels, then convolves by Winograd's algorithm F(4×4, 3×3) (Lavin and Gray 2016). */
export function convolveByWinograd(wasm: Wasm<WinogradExports>, c: Convolution): void {
  const { module, heap, threads } = wasm;
  const parts = splitConvolution(c, threads);
  const [largest = c] = parts;
  const chosen = chooseTileBand(largest);
  const elementBytes = elementStep(chosen.tiles, c.inputs);
  const productBytes = elementStep(chosen.tiles, 8);
  const workBytes = align(Math.max(6 * 3 * c.inputs * 32, tileRowBytes(c, c.inputs)));
  const ownBytes = workBytes + align(chosen.bytes) + 36 * (elementBytes + productBytes);
  const [panels = 0, filter = 0, own = 0] = heap.scratch(
    panelBytes(c),
    Math.ceil(c.outputs / 8) * 36 * c.inputs * 32,
    threads.count * ownBytes,
  );
  packPanels(module, c, panels);
  module.winogradFilter(panels, Math.ceil(c.outputs / 8), c.inputs, own, filter);
  inParts(wasm, 'winogradConvolve', parts, (call, part, thread) => {
    const work = own + thread * ownBytes;
    const band = work + workBytes;
    const tiles = band + align(chosen.bytes);
    const products = tiles + 36 * elementBytes;
    call(
      ...[part.source, part.batch, c.height, c.width, c.inputs],
      ...[part.firstRow, c.firstColumn],
      ...[part.output, c.outputs, part.outputRows, c.outputColumns, c.outputImageBytes],
      ...[work, filter, band, tiles, products],
      ...[chosen.images, chosen.tileRows, elementBytes, productBytes],
    );
  });
}
