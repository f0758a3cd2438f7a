import * as tf from '@tensorflow/tfjs-core';
import {
  DownsamplingBlock,
  type ResidualBlock,
  type ResNet34,
} from '../../../src/models/resnet.ts';
import type { BatchNorm2d } from '../../../src/nn/batchnorm2d.ts';
import type { Conv2d } from '../../../src/nn/conv2d.ts';
import type { Layer, Sequential } from '../../../src/nn/sequential.ts';

/** ResNet-34 in evaluation as one writes it with TensorFlow.js's own operations. Call it in a tidy. */
export function stockForward(network: ResNet34, x: tf.Tensor4D): tf.Tensor2D {
  let out = tf.relu(convolveAndNormalise(x, network.conv1, network.bn1));
  out = tf.maxPool(out, 3, 2, 1);
  for (const stage of [network.layer1, network.layer2, network.layer3, network.layer4]) {
    for (const block of stage.layers as (ResidualBlock | DownsamplingBlock)[]) {
      out = forwardBlock(block, out);
    }
  }
  const { weight, bias } = network.fc;
  return tf.add(tf.matMul(tf.mean(out, [1, 2]) as tf.Tensor2D, weight), bias);
}

function forwardBlock(block: ResidualBlock | DownsamplingBlock, x: tf.Tensor4D): tf.Tensor4D {
  const out = tf.relu(convolveAndNormalise(x, block.conv1, block.bn1));
  const branch = convolveAndNormalise(out, block.conv2, block.bn2);
  return tf.relu(tf.add(branch, block instanceof DownsamplingBlock ? project(block, x) : x));
}

function project({ downsample }: DownsamplingBlock, x: tf.Tensor4D): tf.Tensor4D {
  const [convolution, norm] = (downsample as Sequential).layers as Layer[] as [Conv2d, BatchNorm2d];
  return convolveAndNormalise(x, convolution, norm);
}

function convolveAndNormalise(x: tf.Tensor4D, convolution: Conv2d, norm: BatchNorm2d): tf.Tensor4D {
  const { weight, stride, padding } = convolution;
  const out = tf.conv2d(x, weight, stride, padding);
  return tf.batchNorm4d(out, norm.running_mean, norm.running_var, norm.bias, norm.weight, 1e-5);
}
