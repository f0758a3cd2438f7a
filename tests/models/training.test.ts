import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { CifarNetwork } from '../../src/models/cifar.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { namedTensors } from '../../src/nn/module.ts';
import { SGD } from '../../src/nn/optim.ts';
import { stateDict } from '../../src/nn/state.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fill, fromWeight, toMaps, type Stored } from '../reference/golden.ts';
import goldens from '../reference/networks.json';
import { pattern } from '../reference/pattern.ts';

type Golden = (typeof goldens)[number];

function start(golden: Golden) {
  const { kind, depth, width, size, batch, settings } = golden;
  const network = new CifarNetwork({
    kind: kind === 'plain' ? 'plain' : 'residual',
    depth,
    width,
    shortcut: kind === 'B' ? 'B' : 'A',
  });
  fill(network);
  const optimiser = new SGD(network.parameters(), {
    learningRate: settings.lr,
    momentum: settings.momentum,
    weightDecay: settings.weight_decay,
  });
  const shape = [batch, 3, size, size];
  const pictures = toMaps(pattern('pictures', shape, 4), shape);
  const classes = Array.from({ length: batch }, (_, i) => (7 * i + 3) % 10);
  const labels = tf.tensor1d(classes, 'int32');
  const dispose = () => {
    network.dispose();
    optimiser.dispose();
    tf.dispose([pictures, labels]);
  };
  return { network, optimiser, pictures, labels, dispose };
}

/** The loss and gradients of a step, as the training loop takes them. */
function backward({ network, pictures, labels }: ReturnType<typeof start>) {
  return tf.variableGrads(
    () => crossEntropy(network.forward(pictures), labels),
    network.parameters(),
  );
}

async function expectState(
  actual: Awaited<ReturnType<typeof stateDict>>,
  expected: Record<string, Stored>,
) {
  for (const [key, stored] of Object.entries(expected)) {
    expect(actual[key]?.shape, key).toEqual(stored.shape);
    expectClose(actual[key]!.data, decode(stored), 'forward', key);
  }
}

describeBackends('training', () => {
  for (const golden of goldens) {
    const name = `${golden.kind}, ${golden.depth} layers`;

    test(`first step as PyTorch's: ${name}`, async () => {
      const run = start(golden);
      // A forward pass moves the running statistics, and gradients need one of their own.
      const { value, grads } = backward(run);
      const state = await stateDict(run.network);
      const logits = tf.tidy(() => run.network.forward(run.pictures));

      expectClose(await value.data(), [golden.losses[0]!], 'forward', 'loss');
      expectClose(await logits.data(), decode(golden.first.logits), 'forward', 'logits');
      await expectState(state, golden.first.running as Record<string, Stored>);
      const gradients = golden.first.gradients as Record<string, Stored>;
      for (const [key, { name }] of namedTensors(run.network)) {
        if (!gradients[key]) continue;
        expectClose(await fromWeight(grads[name]!), decode(gradients[key]), 'gradient', `d ${key}`);
      }
      tf.dispose([value, grads, logits]);
      run.dispose();
    });

    test(`three steps as PyTorch's: ${name}`, async () => {
      const run = start(golden);
      for (const expected of golden.losses) {
        const { value, grads } = backward(run);
        run.optimiser.step(grads);
        expectClose(await value.data(), [expected], 'forward', 'loss');
        value.dispose();
      }
      await expectState(await stateDict(run.network), golden.state as Record<string, Stored>);
      const logits = tf.tidy(() => run.network.eval().forward(run.pictures));
      expectClose(await logits.data(), decode(golden.evaluated), 'forward', 'evaluated logits');
      logits.dispose();
      run.dispose();
    });
  }

  test('a step leaves no tensors behind', () => {
    const run = start(goldens[2]!);
    const step = () =>
      tf.tidy(() => {
        const { grads } = backward(run);
        run.optimiser.step(grads);
      });
    step();
    const { numTensors, numBytes } = tf.memory();
    step();
    step();
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    run.dispose();
  });
});
