import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { asInThePaper, constantRate } from '../../src/contract/runConfig.ts';
import { createRepeated } from '../../src/kernels/replay/createRepeated.ts';
import { createCifarNetwork } from '../../src/models/cifar.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { namedTensors } from '../../src/nn/module.ts';
import { SGD } from '../../src/nn/optim.ts';
import { buffer } from '../../src/nn/variable.ts';
import { createLearner } from '../../src/training/learner.ts';
import { describeBackends } from '../reference/backends.ts';

const recipe = {
  ...{ learningRate: 0.1, momentum: 0.9, weightDecay: 1e-4, schedule: constantRate },
  ...{ batchSize: 4, seed: 3, steps: 8 },
};
const shape = { kind: 'residual', depth: 8, width: 4, shortcut: 'A' } as const;

/** A batch of small pictures, another each step. */
function batchAt(step: number) {
  const pictures = tf.randomUniform<tf.Rank.R4>([4, 8, 8, 3], -1, 1, 'float32', step);
  return { pictures, labels: tf.tensor1d([0, 3, 5, step % 10], 'int32') };
}

describeBackends('what is repeated kernel by kernel', () => {
  test('steps of a network are the same as without', async () => {
    const learner = createLearner({ ...asInThePaper, ...shape, id: 'network' }, recipe);
    const network = createCifarNetwork({ ...shape, seed: recipe.seed });
    const optimiser = new SGD(network.parameters(), recipe);
    const differentiated = vi.spyOn(tf.engine(), 'gradients');
    for (let step = 1; step <= recipe.steps; step++) {
      const { pictures, labels } = batchAt(step);
      const learningRate = 0.1 / step;
      // Once, gradients are measured.
      const { loss } = await learner.step(
        { pictures, labels },
        { learningRate, measure: step === 6 },
      );

      const { value, grads } = tf.variableGrads(
        () => crossEntropy(network.forward(pictures), labels),
        network.parameters(),
      );
      optimiser.learningRate = learningRate;
      optimiser.step(grads);
      expect(loss, `loss ${step}`).toBe((await value.data())[0]);
      tf.dispose([pictures, labels, value]);
    }
    // Here each time, by the learner only at first.
    expect(differentiated.mock.calls.length).toBeLessThan(2 * recipe.steps);
    differentiated.mockRestore();
    const state = [...namedTensors(network).map(([, tensor]) => tensor), ...optimiser.velocities];
    for (const [i, variable] of learner.state.entries())
      expect(await variable.data(), `${i}`).toEqual(await state[i]!.data());
    learner.dispose();
    optimiser.dispose();
    network.dispose();
  });

  test('results may share the values of an input, of the state, of each other', async () => {
    const last = buffer(() => tf.zeros([2]));
    const repeated = createRepeated(
      (x) => {
        const square = tf.square(x);
        last.assign(square);
        return [square, tf.clone(x), tf.reshape(square, [2, 1])];
      },
      [last],
    );
    const before = tf.memory().numTensors;
    for (let time = 1; time <= 8; time++) {
      const x = tf.tensor1d([time, -2]);
      const results = repeated(x);
      x.dispose();
      const values = await Promise.all([...results, last].map((each) => each.data()));
      const square = [time * time, 4];
      expect(values.map((each) => [...each])).toEqual([square, [time, -2], square, square]);
      expect(results.map(({ shape }) => shape)).toEqual([[2], [2], [2, 1]]);
      tf.dispose(results);
    }
    repeated.dispose();
    expect(tf.memory().numTensors).toBe(before);
    last.dispose();
  });

  test('what is written is soon not asked any more', async () => {
    let asked = 0;
    const sum = buffer(() => tf.zeros([2]));
    const repeated = createRepeated(
      (x) => {
        asked += 1;
        sum.assign(tf.add(sum, tf.mul(x, tf.tensor1d([2, 3]))));
        return [tf.add(sum, x)];
      },
      [sum],
    );
    const results: number[][] = [];
    const x = tf.tensor1d([1, 10]);
    while (asked === results.length && asked < 50) {
      const [result] = repeated(x) as [tf.Tensor];
      results.push([...(await result.data())]);
      result.dispose();
    }
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(results.length).toBe(asked + 1);
    expect(results).toEqual(results.map((_, i) => [2 * i + 3, 30 * i + 40]));
    expect([...(await sum.data())]).toEqual([2 * results.length, 30 * results.length]);
    repeated.dispose();
    tf.dispose([sum, x]);
  });
});
