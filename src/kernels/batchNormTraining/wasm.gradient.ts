import { sizeOf } from '../wasm/heap.ts';
import type { Export, WasmKernel } from '../wasm/module.ts';
import { periodsOf } from '../wasm/periods.ts';
import { inParts } from '../wasm/threads/inParts.ts';
import { BatchNormTrainingGrad } from './contract.ts';
import { cutBlocks } from './wasm.blocks.ts';

interface BatchNormGradExports {
  batchNormGradMeans: Export<4>;
  batchNormGradSums: Export<12>;
  batchNormGradFactors: Export<21>;
  batchNormGradApply: Export<9>;
}

/** The kernel BatchNormTrainingGrad on WebAssembly: one pass for the sums, one to apply them. */
export const batchNormTrainingGrad: WasmKernel<BatchNormTrainingGrad, BatchNormGradExports> = {
  kernel: BatchNormTrainingGrad,
  run(wasm, { dy, x, scale, mean, variance, y }, { epsilon, addend }) {
    const { module, heap } = wasm;
    const channels = sizeOf(scale);
    const size = sizeOf(x);
    const dx = heap.output(x.shape);
    const dScale = heap.output(scale.shape);
    const dOffset = heap.output(scale.shape);
    // The addend's gradient is dy behind the ReLU; without an addend, dx holds that until it is read.
    const dAddend = addend && (y ? heap.output(x.shape) : heap.share(dy));
    const periods = periodsOf(size, channels);
    const { period, block, blocks } = periods;
    const [partials = 0, products = 0, sums = 0, productSums = 0] = heap.scratch(
      ...[blocks * period * 4, blocks * period * 4, period * 8, period * 8 + 4 * period * 4],
    );
    const means = productSums + period * 8;
    const [factor, slope, shift] = [1, 2, 3].map((i) => means + i * period * 4) as Three;
    const [slopes, from, to] = [dy, x, dx].map(heap.address) as Three;
    const output = y ? heap.address(y) : 0;
    const masked = heap.address(dAddend || dx);
    const parts = cutBlocks(wasm.threads, size, periods);

    module.batchNormGradMeans(heap.address(mean), channels, period, means);
    inParts(wasm, 'batchNormGradSums', parts, (call, { first, end }) =>
      call(
        ...[slopes, from, size, period, block, output, masked, means],
        ...[first, end, partials, products],
      ),
    );
    module.batchNormGradFactors(
      ...[slopes, from, size, channels, period, output, masked, means],
      ...[partials, products, blocks, heap.address(scale), heap.address(variance), epsilon],
      ...[heap.address(dScale), heap.address(dOffset)],
      ...[sums, productSums, factor, slope, shift],
    );
    const g = y ? masked : slopes;
    inParts(wasm, 'batchNormGradApply', parts, (call, { at, count }) =>
      call(g + at, from + at, count, period, means, factor, slope, shift, to + at),
    );
    return dAddend ? [dx, dScale, dOffset, dAddend] : [dx, dScale, dOffset];
  },
};

type Three = [number, number, number];
