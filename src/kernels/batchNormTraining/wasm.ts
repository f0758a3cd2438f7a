import { sizeOf } from '../wasm/heap.ts';
import type { Export, WasmKernel } from '../wasm/module.ts';
import { BatchNormTraining, BatchNormTrainingGrad } from './contract.ts';

/** The kernel BatchNormTraining on WebAssembly: two passes for the statistics, one to apply them. */
export const batchNormTraining: WasmKernel<BatchNormTraining, { batchNormTraining: Export<12> }> = {
  kernel: BatchNormTraining,
  run({ module, heap }, { x, scale, offset, addend }, { epsilon, relu }) {
    const channels = sizeOf(scale);
    const y = heap.output(x.shape);
    const mean = heap.output(scale.shape);
    const variance = heap.output(scale.shape);
    const [scratch = 0] = heap.scratch(scratchBytes * channels);
    module.batchNormTraining(
      ...[heap.address(x), sizeOf(x), channels],
      ...[heap.address(scale), heap.address(offset), addend ? heap.address(addend) : 0],
      ...[epsilon, Number(relu), heap.address(y), heap.address(mean), heap.address(variance)],
      scratch,
    );
    return [y, mean, variance];
  },
};

/** The kernel BatchNormTrainingGrad on WebAssembly: one pass for the sums, one to apply them. */
export const batchNormTrainingGrad: WasmKernel<
  BatchNormTrainingGrad,
  { batchNormTrainingGrad: Export<14> }
> = {
  kernel: BatchNormTrainingGrad,
  run({ module, heap }, { dy, x, scale, mean, variance, y }, { epsilon, addend }) {
    const channels = sizeOf(scale);
    const dx = heap.output(x.shape);
    const dScale = heap.output(scale.shape);
    const dOffset = heap.output(scale.shape);
    // The addend's gradient is dy behind the ReLU; without an addend, dx holds that until it is read.
    const dAddend = addend && (y ? heap.output(x.shape) : heap.share(dy));
    const [scratch = 0] = heap.scratch(scratchBytes * channels);
    module.batchNormTrainingGrad(
      ...[heap.address(dy), heap.address(x), sizeOf(x), channels],
      ...[heap.address(scale), heap.address(mean), heap.address(variance), epsilon],
      ...[y ? heap.address(y) : 0, heap.address(dAddend || dx), heap.address(dx)],
      ...[heap.address(dScale), heap.address(dOffset), scratch],
    );
    return dAddend ? [dx, dScale, dOffset, dAddend] : [dx, dScale, dOffset];
  },
};

/** For each channel: up to 8 lanes of the period, 20 bytes each in the forward pass, 32 in the backward. */
const scratchBytes = 8 * 32;
