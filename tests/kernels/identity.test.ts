import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { batchNormTraining } from '../../src/kernels/batchNormTraining/batchNormTraining.ts';
import { sgdMomentumUpdate } from '../../src/kernels/sgdMomentumUpdate/sgdMomentumUpdate.ts';
import { describeBackends } from '../reference/backends.ts';

describeBackends('identity', () => {
  test('a clone keeps its values whatever happens in place', async () => {
    const clones = tf.tidy(() => {
      const ones = () => tf.variable(tf.ones<tf.Rank.R1>([3]), false);
      const [weight, velocity, mean, variance] = [ones(), ones(), ones(), ones()];
      const clones = [weight, velocity, mean, variance].map((variable) => tf.clone(variable));
      const settings = { learningRate: 1, momentum: 0.5, weightDecay: 0 };
      for (let step = 0; step < 2; step++) {
        sgdMomentumUpdate([weight], [velocity], [tf.ones([3])], settings);
        const zeros = tf.zeros<tf.Rank.R1>([3]);
        const maps = tf.zeros<tf.Rank.R4>([2, 1, 1, 3]);
        const running = { mean, variance, momentum: 0.5 };
        batchNormTraining(maps, zeros, zeros, { epsilon: 1e-5 }, running);
      }
      tf.dispose([weight, velocity, mean, variance]);
      return clones;
    });
    for (const clone of clones) expect(Array.from(await clone.data())).toEqual([1, 1, 1]);
    tf.dispose(clones);
  });

  test('hands its gradient on', async () => {
    const gradient = tf.tidy(() =>
      tf.grad((x) => tf.clone(x))(tf.ones([3]), tf.tensor1d([1, 2, 3])),
    );
    expect(Array.from(await gradient.data())).toEqual([1, 2, 3]);
    gradient.dispose();
  });
});
