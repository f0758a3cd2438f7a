import type { Export, Wasm } from '../wasm/module.ts';
import { chooseTileBand, elementStep, tileRowBytes } from '../wasm/winograd.ts';
import { packPanels, panelBytes, type Convolution, type PanelExports } from './wasm.panels.ts';

export interface WinogradExports extends PanelExports {
  winogradConvolve: Export<21>;
}

/** Packs the filter into panels, then convolves by Winograd's algorithm F(4×4, 3×3) (Lavin and Gray 2016). */
export function convolveByWinograd({ module, heap }: Wasm<WinogradExports>, c: Convolution): void {
  const chosen = chooseTileBand(c);
  const elementBytes = elementStep(chosen.tiles, c.inputs);
  const productBytes = elementStep(chosen.tiles, 8);
  const [panels = 0, work = 0, filter = 0, band = 0, tiles = 0, products = 0] = heap.scratch(
    panelBytes(c),
    Math.max(6 * 3 * c.inputs * 32, tileRowBytes(c, c.inputs)),
    Math.ceil(c.outputs / 8) * 36 * c.inputs * 32,
    chosen.bytes,
    36 * elementBytes,
    36 * productBytes,
  );
  packPanels(module, c, panels);
  module.winogradConvolve(
    ...[c.source, c.batch, c.height, c.width, c.inputs],
    ...[panels, c.firstRow, c.firstColumn],
    ...[c.output, c.outputs, c.outputRows, c.outputColumns],
    ...[work, filter, band, tiles, products],
    ...[chosen.images, chosen.tileRows, elementBytes, productBytes],
  );
}
