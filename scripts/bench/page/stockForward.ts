import * as tf from '@tensorflow/tfjs-core';
import type { ResNet34 } from '../../../src/models/resnet.ts';
import type { BatchNorm2d } from '../../../src/nn/batchnorm2d.ts';
import type { Conv2d } from '../../../src/nn/conv2d.ts';
import type { Norm } from '../../../src/nn/norm.ts';
import type { Sequential } from '../../../src/nn/sequential.ts';
import { walkBlocks, type Operations } from './walkBlocks.ts';

/** ResNet-34 in evaluation as one writes it with TensorFlow.js's own operations. Call it in a tidy. */
export function stockForward(network: ResNet34, x: tf.Tensor4D): tf.Tensor2D {
  const stem = tf.relu(normalise(convolve(x, network.conv1), network.bn1));
  const maps = walkBlocks(network.blocks(), tf.maxPool(stem, 3, 2, 1), operations);
  const { weight, bias } = network.fc;
  return tf.add(tf.matMul(tf.mean(maps, [1, 2]) as tf.Tensor2D, weight), bias);
}

const operations: Operations<tf.Tensor4D> = {
  convolve,
  normalise,
  relu: tf.relu,
  add: tf.add,
  downsample(x, layer) {
    const [convolution, norm] = (layer as Sequential).layers as unknown as [Conv2d, Norm];
    return normalise(convolve(x, convolution), norm);
  },
};

function convolve(x: tf.Tensor4D, { weight, stride, padding }: Conv2d): tf.Tensor4D {
  return tf.conv2d(x, weight, stride, padding);
}

function normalise(x: tf.Tensor4D, norm: Norm): tf.Tensor4D {
  const { running_mean, running_var, bias, weight } = norm as BatchNorm2d;
  return tf.batchNorm4d(x, running_mean, running_var, bias, weight, 1e-5);
}
