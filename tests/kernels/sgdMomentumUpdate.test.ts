import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { SgdMomentumUpdate } from '../../src/kernels/contracts.ts';
import { sgdMomentumUpdate } from '../../src/kernels/sgdMomentumUpdate.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { pattern } from '../reference/pattern.ts';

const shapes = [[3, 3, 2, 5], [5], [4, 10]];
const settings = { learningRate: 0.1, momentum: 0.9, weightDecay: 0.01 };

/** Variables of all shapes, filled by `name`. */
function variables(name: string): tf.Variable[] {
  return tf.tidy(() =>
    shapes.map((shape, i) => tf.variable(tf.tensor(pattern(`${name}${i}`, shape), shape))),
  );
}

describeBackends('sgdMomentumUpdate', (backend) => {
  test('follows the rule for every tensor of a group', async () => {
    const weights = variables('weight');
    const velocities = variables('velocity');
    const gradients = shapes.map((shape, i) => tf.tensor(pattern(`gradient${i}`, shape), shape));
    sgdMomentumUpdate(weights, velocities, gradients, settings);

    for (const [i, shape] of shapes.entries()) {
      const w = pattern(`weight${i}`, shape);
      const g = pattern(`gradient${i}`, shape);
      const v = pattern(`velocity${i}`, shape).map(
        (v, j) => settings.momentum * v + g[j]! + settings.weightDecay * w[j]!,
      );
      const updated = w.map((w, j) => w - settings.learningRate * v[j]!);
      expectClose(await velocities[i]!.data(), v, 'forward', `velocity ${i}`);
      expectClose(await weights[i]!.data(), updated, 'forward', `weight ${i}`);
    }
    tf.dispose([weights, velocities, gradients]);
  });

  test('takes a kernel that works in place, as contracts.ts allows', async (context) => {
    if (backend !== 'cpu') return context.skip();
    const composed = tf.getKernel(SgdMomentumUpdate, 'cpu');
    tf.unregisterKernel(SgdMomentumUpdate, 'cpu');
    tf.registerKernel({
      kernelName: SgdMomentumUpdate,
      backendName: 'cpu',
      kernelFunc: ({ inputs, backend }) =>
        (inputs as unknown as tf.TensorInfo[]).slice(0, 2 * shapes.length).map((tensor) => {
          const cpu = backend as MathBackendCPU;
          (cpu.data.get(tensor.dataId).values as Float32Array).fill(7);
          cpu.incRef(tensor.dataId);
          return { dataId: tensor.dataId, shape: tensor.shape, dtype: tensor.dtype };
        }),
    });
    const weights = variables('weight');
    const velocities = variables('velocity');
    const gradients = shapes.map((shape) => tf.zeros(shape));
    for (let step = 0; step < 3; step++)
      sgdMomentumUpdate(weights, velocities, gradients, settings);
    expect(await weights[1]!.data()).toEqual(new Float32Array(5).fill(7));
    expect(await velocities[1]!.data()).toEqual(new Float32Array(5).fill(7));
    tf.dispose([weights, velocities, gradients]);
    tf.unregisterKernel(SgdMomentumUpdate, 'cpu');
    tf.registerKernel(composed as tf.KernelConfig);
  });

  test('says which shape does not fit', () => {
    const weights = variables('weight');
    const velocities = variables('velocity');
    const gradients = shapes.map(() => tf.zeros([5]));
    expect(() => sgdMomentumUpdate(weights, velocities, gradients, settings)).toThrow(
      'sgdMomentumUpdate: expected a gradient of shape [3, 3, 2, 5], as the parameter, got [5].',
    );
    tf.dispose([weights, velocities, gradients]);
  });
});
