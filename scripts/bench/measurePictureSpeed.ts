import * as tf from '@tensorflow/tfjs-core';
import { restoreKernels } from '../../src/kernels/replaceKernel.ts';
import { ResNet34 } from '../../src/models/resnet.ts';
import { foldBatchNorm } from '../../src/nn/foldBatchNorm.ts';
import { initialise } from '../../src/nn/initialise.ts';
import { startNodeEngine } from '../nodeEngine.ts';
import type { Measurement } from './measurement.ts';
import { median, summarise } from './result.ts';
import { stockForward } from './stockForward.ts';

const ratioKey = (size: number) => `picture.wasm.stock.${size}px`;
const timeKey = (name: string, size: number) => `picture.ms.${name}.${size}px`;
const sizes = [224, 64];

/** One picture through ResNet-34 on WebAssembly: our folded network against TensorFlow.js's own kernels, unfolded. */
export const measurePictureSpeed: Measurement = {
  keys: sizes.flatMap((size) => [
    ratioKey(size),
    ...['ours', 'stock'].map((name) => timeKey(name, size)),
  ]),
  async run({ quick }) {
    await startNodeEngine();
    const [ours, stock] = [0, 0].map(() => {
      const network = new ResNet34().eval();
      initialise(network, 1);
      return network;
    }) as [ResNet34, ResNet34];
    foldBatchNorm(ours);
    const results = [];
    for (const size of sizes) {
      const x = tf.randomNormal<tf.Rank.R4>([1, size, size, 3], 0, 1, 'float32', 1);
      const times = { ours: [] as number[], stock: [] as number[] };
      // In turns, so that both meet the same machine.
      for (let round = 0; round < (quick ? 1 : 3); round++) {
        await startNodeEngine();
        times.ours.push(time(() => ours.forward(x)));
        restoreKernels('wasm');
        times.stock.push(time(() => stockForward(stock, x)));
      }
      x.dispose();
      const ratios = times.stock.map((ms, round) => ms / times.ours[round]!);
      const { ours: mine, stock: theirs } = times;
      const unit = '× as fast as stock, unfolded';
      results.push(
        summarise(ratioKey(size), ratios, unit, { atLeast: 1 }),
        summarise(timeKey('ours', size), mine, 'ms a picture'),
        summarise(timeKey('stock', size), theirs, 'ms a picture'),
      );
    }
    ours.dispose();
    stock.dispose();
    return results;
  },
};

/** Milliseconds of a picture: the median of a few, once V8 has compiled the kernels in full. */
function time(forward: () => tf.Tensor): number {
  const samples = Array.from({ length: 20 }, () => {
    const start = performance.now();
    tf.tidy(() => void forward().dataSync());
    return performance.now() - start;
  });
  return median(samples.slice(10));
}
