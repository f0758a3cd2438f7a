import * as tf from '@tensorflow/tfjs-core';
import { BatchNorm2d } from '../nn/batchnorm2d.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { initialise } from '../nn/initialise.ts';
import { Module } from '../nn/module.ts';
import type { HistogramExperiment, HistogramFinding } from '../contract/experiments.ts';
import type { Sources } from './sources.ts';
import { createBatches } from './pictures.ts';

const width = 8;

/** A CIFAR network as far as its first batch norm: equal seeds give equal weights. */
class FirstLayers extends Module {
  conv1 = new Conv2d(3, width, 3, { padding: 1 });
  bn1 = new BatchNorm2d(width);
}

/**
 * One channel of the first batch norm of a CIFAR network with weights drawn from the seed: batch after batch
 * passes in training mode and moves the running statistics; then one more batch passes in the mode asked for.
 */
export async function* histogram(
  asked: HistogramExperiment,
  { pictures: source }: Pick<Sources, 'pictures'>,
): AsyncGenerator<HistogramFinding, void> {
  const { seed, channel, batchSize, batches, pictures, pictureSize, scale, offset, mode } = asked;
  const set = await source.normalised(pictures, pictureSize);
  const all = createBatches(set, batchSize);
  const layers = new FirstLayers();
  initialise(layers, seed);
  const { conv1, bn1 } = layers;
  try {
    tf.tidy(() => bn1.weight.assign(tf.fill([width], scale)));
    tf.tidy(() => bn1.bias.assign(tf.fill([width], offset)));
    /** The maps of a batch before and after, [batch, height, width, channels]; they begin again after the last. */
    const pass = (index: number) =>
      tf.tidy(() => {
        const before = conv1.forward(all.at(index % Math.floor(pictures / batchSize))().x);
        return { before, after: bn1.forward(before) };
      });
    const ofChannel = async (maps: tf.Tensor4D) => {
      const values = (await maps.data()) as Float32Array;
      maps.dispose();
      return values.filter((_, index) => index % width === channel);
    };
    for (let batch = 1; batch <= batches; batch++) {
      const { before, after } = pass(batch - 1);
      after.dispose();
      const own = statistics(await ofChannel(before));
      const mean = (await bn1.running_mean.data())[channel] as number;
      const variance = (await bn1.running_var.data())[channel] as number;
      yield { type: 'statistics', batch, own, running: { mean, variance } };
    }
    bn1.train(mode === 'train');
    const { before, after } = pass(batches);
    yield {
      type: 'values',
      before: await ofChannel(before),
      after: await ofChannel(after),
    };
  } finally {
    layers.dispose();
  }
}

function statistics(values: Float32Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Unbiased, as the running variance is.
  return { mean, variance: squares / (values.length - 1) };
}
