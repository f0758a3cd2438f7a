import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { DownsamplingBlock } from '../../src/models/resnet.ts';
import { BatchNorm2d } from '../../src/nn/batchnorm2d.ts';
import { foldBatchNorm } from '../../src/nn/foldBatchNorm.ts';
import { Module } from '../../src/nn/module.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { fill } from '../reference/golden.ts';

class NormAlone extends Module {
  bn = new BatchNorm2d(2);
}

describeBackends('Folding batch norm', () => {
  // With 4 pixels the folded convolutions are fused, with 100 they are not.
  test.each([4, 20])(
    'changes nothing of what a block computes, at %d pixels a side',
    async (side) => {
      const block = new DownsamplingBlock(3, 5, 'B').eval();
      fill(block);
      const x = tf.randomNormal<tf.Rank.R4>([2, side, side, 3], 0, 1, 'float32', 1);
      const before = tf.tidy(() => block.forward(x));
      foldBatchNorm(block);
      const after = tf.tidy(() => block.forward(x));
      expectClose(await after.data(), await before.data(), 'forward', 'folded block');
      tf.dispose([x, before, after]);
      block.dispose();
    },
  );

  test('refuses what it would spoil, by name', () => {
    const block = new DownsamplingBlock(2, 4, 'B');
    const sentence = /bn1 must be in evaluation mode and follow a convolution without bias/;
    expect(() => foldBatchNorm(block)).toThrow(sentence);
    foldBatchNorm(block.eval());
    expect(() => foldBatchNorm(block)).toThrow(sentence);
    block.dispose();
    const alone = new NormAlone().eval();
    expect(() => foldBatchNorm(alone)).toThrow('bn must be in evaluation mode and follow');
    alone.dispose();
  });
});
