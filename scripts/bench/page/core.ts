import * as tf from '@tensorflow/tfjs';
import { conv2dBackpropFilter } from '../../../src/kernels/conv2dBackpropFilter/composed.ts';
import { createCifarNetwork } from '../../../src/models/cifar.ts';
import type { BatchNorm2d } from '../../../src/nn/batchnorm2d.ts';
import type { Norm } from '../../../src/nn/norm.ts';
import { createBatches } from './batches.ts';
import { walkBlocks } from './walkBlocks.ts';
import { DecayedMomentum } from './decayedMomentum.ts';
import type { Candidate } from './candidate.ts';
import type { Workload } from './protocol.ts';
import { networkOptions, optimiserSettings } from './recipe.ts';
import { startStockBackend } from './stockBackend.ts';

/** The network as one writes it with TensorFlow.js's operations, gradients and optimiser. */
export async function startCore(workload: Workload, backend: 'webgl' | 'wasm'): Promise<Candidate> {
  await startStockBackend(backend);
  if (backend === 'wasm') fillGap();
  const network = createCifarNetwork(networkOptions(workload));
  const parameters = network.parameters();
  const optimiser = new DecayedMomentum(optimiserSettings);
  const batches = createBatches(workload);
  const { batchSize, pictureSize } = workload;
  let taken = 0;

  return {
    async step() {
      const start = performance.now();
      const batch = batches[taken++ % batches.length]!;
      const loss = tf.tidy(() => {
        const x = tf.tensor4d(batch.pictures, [batchSize, pictureSize, pictureSize, 3]);
        const target = tf.oneHot(tf.tensor1d(batch.labels, 'int32'), 10);
        const forward = () => tf.losses.softmaxCrossEntropy(target, logits(x)).asScalar();
        return optimiser.minimize(forward, true, parameters)!;
      });
      const [value] = await loss.data();
      loss.dispose();
      return { loss: value as number, ms: performance.now() - start };
    },
  };

  function logits(x: tf.Tensor4D): tf.Tensor2D {
    const stem = tf.relu(normalise(network.conv1.forward(x), network.bn1));
    const maps = walkBlocks<tf.Tensor4D>(network.blocks(), stem, {
      convolve: (input, conv) => conv.forward(input),
      normalise,
      relu: tf.relu,
      add: tf.add,
      downsample,
    });
    return network.fc.forward(tf.mean(maps, [1, 2]));
  }
}

function normalise(x: tf.Tensor4D, norm: Norm): tf.Tensor4D {
  const layer = norm as BatchNorm2d;
  const { mean, variance } = tf.moments(x, [0, 1, 2]) as Record<'mean' | 'variance', tf.Tensor1D>;
  const count = x.size / mean.size;
  move(layer.running_mean, mean, 0.1);
  move(layer.running_var, variance, (0.1 * count) / (count - 1));
  return tf.batchNorm4d(x, mean, variance, layer.bias, layer.weight, 1e-5);
}

function move(running: tf.Variable, statistic: tf.Tensor, weight: number): void {
  running.assign(tf.add(tf.mul(running, 0.9), tf.mul(statistic, weight)));
}

/** Every second pixel, zeros for the new channels. tf.stridedSlice has no gradient. */
function downsample(x: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const pairs = tf.reshape(x, [(batch * height) / 2, 2, width / 2, 2 * channels]);
  const first = tf.slice(pairs, [0, 0, 0, 0], [(batch * height) / 2, 1, width / 2, channels]);
  const kept: tf.Tensor4D = tf.reshape(first, [batch, height / 2, width / 2, channels]);
  const none: [number, number] = [0, 0];
  return tf.pad(kept, [none, none, none, [0, channels]]);
}

/** The one kernel without which TensorFlow.js cannot train on WebAssembly. */
function fillGap(): void {
  tf.registerKernel({
    kernelName: tf.Conv2DBackpropFilter,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) =>
      tf.tidy(() => conv2dBackpropFilter.run(inputs as never, attrs as never)),
  });
}
