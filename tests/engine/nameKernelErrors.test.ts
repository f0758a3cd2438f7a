import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { nameKernelErrors } from '../../src/engine/nameKernelErrors.ts';

test('an error inside a kernel names the operation and keeps its cause', async () => {
  await tf.setBackend('cpu');
  const cause = new Error('Failed to compile fragment shader.');
  tf.registerKernel({
    kernelName: 'Trouble',
    backendName: 'cpu',
    kernelFunc: () => {
      throw cause;
    },
  });
  nameKernelErrors();
  const run = () => tf.engine().runKernel('Trouble', {});
  expect(run).toThrow('Trouble: Failed to compile fragment shader.');
  expect(run).toThrow(expect.objectContaining({ cause }));
  expect([...tf.add([1, 2], 3).dataSync()]).toEqual([4, 5]);
});
