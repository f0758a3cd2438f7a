import { chooseBand } from '../wasm/bands.ts';
import { align } from '../wasm/heap.ts';
import type { Export, Wasm } from '../wasm/module.ts';
import { inParts } from '../wasm/threads/inParts.ts';
import { suitsWinograd } from '../wasm/winograd.ts';
import { packPanels, panelBytes, type Convolution } from './wasm.panels.ts';
import { splitConvolution } from './wasm.parts.ts';
import { convolveByWinograd, type WinogradExports } from './wasm.winograd.ts';

export interface ConvolveExports extends WinogradExports {
  convolve: Export<23>;
}

/** Packs the filter into panels, then convolves band by band. */
export function convolve(wasm: Wasm<ConvolveExports>, c: Convolution): void {
  if (isDense(c) && suitsWinograd(c)) return convolveByWinograd(wasm, c);
  const { module, heap, threads } = wasm;
  const parts = splitConvolution(c, threads).map((part) => ({
    ...part,
    chosen: chooseBand(part),
  }));
  const bandBytes = align(Math.max(...parts.map(({ chosen }) => chosen.bytes)));
  const tableBytes = align(Math.max(...parts.map(({ chosen }) => chosen.tableBytes)));
  const [panels = 0, bands = 0, tables = 0] = heap.scratch(
    panelBytes(c),
    threads.count * bandBytes,
    threads.count * tableBytes,
  );
  packPanels(module, c, panels);
  inParts(wasm, 'convolve', parts, (call, part, thread) =>
    call(
      ...[part.source, part.batch, c.height, c.width, c.inputs],
      ...[
        panels,
        c.tapRows,
        c.tapColumns,
        c.rowStride,
        c.columnStride,
        part.firstRow,
        c.firstColumn,
      ],
      ...[part.output, c.outputs, part.outputRows, c.outputColumns],
      ...[c.outputImageBytes, c.outputRowBytes, c.outputColumnBytes],
      ...[bands + thread * bandBytes, tables + thread * tableBytes],
      ...[part.chosen.images, part.chosen.rows],
    ),
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
