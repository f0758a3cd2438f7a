import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { SgdMomentumUpdate } from '../../src/kernels/sgdMomentumUpdate/contract.ts';
import { sgdMomentumUpdate } from '../../src/kernels/sgdMomentumUpdate/sgdMomentumUpdate.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

/** Sizes with and without a rest behind the vectors, and two of one size. */
const shapes = [[3, 3, 2, 5], [5], [4, 10], [1], [8], [21], [8]];
const settings = { learningRate: 0.1, momentum: 0.9, weightDecay: 0.01 };

/** Variables of all shapes, filled by `name`. */
function variables(name: string): tf.Variable[] {
  return tf.tidy(() =>
    shapes.map((shape, i) => tf.variable(tf.tensor(pattern(`${name}${i}`, shape), shape))),
  );
}

describeBackends('sgdMomentumUpdate', (backend) => {
  const expectClose = expectCloseOn(backend);

  test('follows PyTorch’s rule for every tensor of a group, two steps', async () => {
    const weights = variables('weight');
    const velocities = variables('velocity');
    const gradients = shapes.map((shape, i) => tf.tensor(pattern(`gradient${i}`, shape), shape));
    const unchanged = tf.clone(weights[5]!);
    for (let step = 0; step < 2; step++)
      sgdMomentumUpdate(weights, velocities, gradients, settings);

    for (const [i, shape] of shapes.entries()) {
      const w = Float64Array.from(pattern(`weight${i}`, shape));
      const v = Float64Array.from(pattern(`velocity${i}`, shape));
      const g = pattern(`gradient${i}`, shape);
      for (let step = 0; step < 2; step++) {
        w.forEach((value, k) => {
          v[k] = 0.9 * v[k]! + g[k]! + 0.01 * value;
          w[k] = value - 0.1 * v[k];
        });
      }
      expectClose(await velocities[i]!.data(), v, 'simple', `velocity ${i}`);
      expectClose(await weights[i]!.data(), w, 'simple', `weight ${i}`);
    }
    const copy = await unchanged.data();
    expect(copy, 'a copy of a weight stays as it was').toEqual(pattern('weight5', [21]));
    tf.dispose([weights, velocities, gradients, unchanged]);
  });

  test('weights that were used by TensorFlow.js’s own products are not remembered', async () => {
    const products = tf.tidy(() => {
      const x = tf.ones<tf.Rank.R2>([2, 2]);
      const weight = tf.variable(tf.ones([2, 2]));
      const velocity = tf.variable(tf.zeros([2, 2]));
      const first = tf.matMul(x, weight as tf.Tensor2D);
      const wholeStep = { learningRate: 1, momentum: 0, weightDecay: 0 };
      sgdMomentumUpdate([weight], [velocity], [tf.ones([2, 2])], wholeStep);
      const second = tf.matMul(x, weight as tf.Tensor2D);
      tf.dispose([weight, velocity]);
      return [first, second];
    });
    expect(Array.from(await products[0]!.data())).toEqual([2, 2, 2, 2]);
    expect(Array.from(await products[1]!.data())).toEqual([0, 0, 0, 0]);
    tf.dispose(products);
  });

  test.runIf(backend === 'cpu')(
    'takes a kernel that works in place, as a contract may',
    async () => {
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
    },
  );

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
