import { sizeOf } from '../wasm/heap.ts';
import type { Export, WasmKernel } from '../wasm/module.ts';
import { periodsOf } from '../wasm/periods.ts';
import { inParts } from '../wasm/threads/inParts.ts';
import { BatchNormTraining } from './contract.ts';
import { cutBlocks } from './wasm.blocks.ts';

interface BatchNormExports {
  batchNormSums: Export<8>;
  batchNormMean: Export<9>;
  batchNormFactors: Export<14>;
  batchNormApply: Export<9>;
}

/** The kernel BatchNormTraining on WebAssembly: two passes for the statistics, one to apply them. */
export const batchNormTraining: WasmKernel<BatchNormTraining, BatchNormExports> = {
  kernel: BatchNormTraining,
  run(wasm, { x, scale, offset, addend }, { epsilon, relu }) {
    const { module, heap } = wasm;
    const channels = sizeOf(scale);
    const size = sizeOf(x);
    const y = heap.output(x.shape);
    const mean = heap.output(scale.shape);
    const variance = heap.output(scale.shape);
    const periods = periodsOf(size, channels);
    const { period, block, blocks } = periods;
    const [partials = 0, sums = 0, means = 0, factors = 0, offsets = 0] = heap.scratch(
      ...[blocks * period * 4, period * 8, period * 4, period * 4, period * 4],
    );
    const [from, to, plus] = [x, y, addend].map((one) => (one ? heap.address(one) : 0)) as Three;
    const parts = cutBlocks(wasm.threads, size, periods);

    inParts(wasm, 'batchNormSums', parts, (call, { first, end }) =>
      call(from, size, period, block, 0, first, end, partials),
    );
    module.batchNormMean(
      ...[from, size, channels, period, partials, blocks, sums, heap.address(mean), means],
    );
    inParts(wasm, 'batchNormSums', parts, (call, { first, end }) =>
      call(from, size, period, block, means, first, end, partials),
    );
    module.batchNormFactors(
      ...[from, size, channels, period, means, partials, blocks],
      ...[heap.address(scale), heap.address(offset), epsilon, heap.address(variance)],
      ...[sums, factors, offsets],
    );
    inParts(wasm, 'batchNormApply', parts, (call, { at, count }) =>
      call(
        ...[from + at, count, period, means, factors, offsets],
        ...[plus && plus + at, Number(relu), to + at],
      ),
    );
    return [y, mean, variance];
  },
};

type Three = [number, number, number];
