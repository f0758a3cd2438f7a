import * as tf from '@tensorflow/tfjs';
import { createCifarNetwork } from '../../../src/models/cifar.ts';
import { createBatches } from './batches.ts';
import { DecayedMomentum } from './decayedMomentum.ts';
import type { Candidate } from './candidate.ts';
import type { Workload } from './protocol.ts';
import { networkOptions, optimiserSettings } from './recipe.ts';
import { startStockBackend } from './stockBackend.ts';
import { walkBlocks, type Operations } from './walkBlocks.ts';

/** The network as one writes it with TensorFlow.js's layers. */
export async function startLayers(workload: Workload): Promise<Candidate> {
  await startStockBackend('webgl');
  const model = createModel(workload);
  const batches = createBatches(workload);
  const { batchSize, pictureSize } = workload;
  let taken = 0;
  return {
    async step() {
      const start = performance.now();
      const batch = batches[taken++ % batches.length]!;
      const x = tf.tensor4d(batch.pictures, [batchSize, pictureSize, pictureSize, 3]);
      const target = tf.tidy(() => tf.oneHot(tf.tensor1d(batch.labels, 'int32'), 10));
      const loss = (await model.trainOnBatch(x, target)) as number;
      tf.dispose([x, target]);
      return { loss, ms: performance.now() - start };
    },
  };
}

function createModel(workload: Workload): tf.LayersModel {
  const network = createCifarNetwork(networkOptions(workload));
  const { pictureSize } = workload;
  const pictures = tf.input({ shape: [pictureSize, pictureSize, 3] });
  const { layers } = tf;
  const apply = (layer: tf.layers.Layer, x: tf.SymbolicTensor | tf.SymbolicTensor[]) =>
    layer.apply(x) as tf.SymbolicTensor;

  const operations: Operations<tf.SymbolicTensor> = {
    convolve(x, { weight, stride, padding }) {
      // 'same' pads an even picture on one side only when the stride is 2.
      const padded = stride === 1 ? x : apply(layers.zeroPadding2d({ padding }), x);
      const [kernelSize, , , filters] = weight.shape;
      const conv = layers.conv2d({
        ...{ filters, kernelSize, strides: stride, useBias: false, weights: [weight] },
        padding: stride === 1 ? 'same' : 'valid',
      });
      return apply(conv, padded);
    },
    normalise: (x) => apply(layers.batchNormalization({ momentum: 0.9, epsilon: 1e-5 }), x),
    relu: (x) => apply(layers.reLU(), x),
    add: (a, b) => apply(layers.add(), [a, b]),
    downsample(x) {
      const kept = apply(layers.averagePooling2d({ poolSize: 1, strides: 2 }), x);
      return apply(new PadChannels(), kept);
    },
  };
  const { convolve, normalise, relu } = operations;
  const stem = relu(normalise(convolve(pictures, network.conv1), network.bn1));
  const maps = walkBlocks(network.blocks(), stem, operations);
  const { weight, bias } = network.fc;
  const classify = layers.dense({ units: 10, activation: 'softmax', weights: [weight, bias] });
  const outputs = apply(classify, apply(layers.globalAveragePooling2d({}), maps));
  const model = tf.model({ inputs: pictures, outputs });
  model.compile({
    optimizer: new DecayedMomentum(optimiserSettings),
    loss: 'categoricalCrossentropy',
  });
  return model;
}

/** As many channels of zeros again. */
class PadChannels extends tf.layers.Layer {
  static className = 'PadChannels';

  override computeOutputShape([batch, height, width, channels]: number[]): tf.Shape {
    return [batch!, height!, width!, 2 * channels!];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [x] = [inputs].flat() as [tf.Tensor4D];
    const none: [number, number] = [0, 0];
    return tf.pad(x, [none, none, none, [0, x.shape[3]]]);
  }
}
