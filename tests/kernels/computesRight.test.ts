import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { computesRight } from '../../src/engine/backends/computesRight.ts';
import { describeBackends, startBackend } from '../reference/backends.ts';

describeBackends('computesRight', () => {
  test('a backend that computes what the others do is told by it, and keeps no tensor', async () => {
    const { numTensors } = tf.memory();
    expect(await computesRight()).toBe(true);
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

describe('computesRight', () => {
  test.each(['Conv2D', 'Conv2DBackpropFilter', 'Conv2DBackpropInput'])(
    '%s that leaves a pixel empty is noticed',
    async (kernelName) => {
      await startBackend('cpu');
      const right = tf.getKernel(kernelName, 'cpu');
      const replaceBy = (kernel: tf.KernelConfig) => {
        tf.unregisterKernel(kernelName, 'cpu');
        tf.registerKernel(kernel);
      };
      const kernelFunc: tf.KernelFunc = (call) => {
        const result = right.kernelFunc(call) as tf.TensorInfo;
        const values = tf.backend().readSync(result.dataId) as Float32Array;
        for (let channel = 0; channel < 16; channel++) values[channel] = 0;
        return result;
      };
      replaceBy({ ...right, kernelFunc });
      const isNoticed = !(await computesRight());
      replaceBy(right);
      expect(isNoticed).toBe(true);
    },
  );
});
