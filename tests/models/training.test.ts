import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { CifarNetwork } from '../../src/models/cifar.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { namedTensors } from '../../src/nn/module.ts';
import { SGD } from '../../src/nn/optim.ts';
import { stateDict } from '../../src/nn/state.ts';
import { describeFastBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fill, fromWeight, toMaps, type Stored } from '../reference/golden.ts';
import goldens from '../reference/networks.json';
import { pattern } from '../reference/pattern.ts';
import runs from '../reference/runs.json';

type Golden = (typeof goldens)[number];

function start(golden: Omit<Golden, 'first' | 'state' | 'evaluated'>) {
  const { kind, depth, width, size, batch, settings } = golden;
  const network = new CifarNetwork({
    kind: kind === 'plain' ? 'plain' : 'residual',
    depth,
    width,
    shortcut: kind.endsWith('B') ? 'B' : 'A',
    preActivation: kind.startsWith('pre'),
  });
  fill(network);
  const optimiser = new SGD(network.parameters(), {
    learningRate: settings.lr,
    momentum: settings.momentum,
    weightDecay: settings.weight_decay,
  });
  const shape = [batch, 3, size, size];
  const pictures = toMaps(pattern('pictures', shape, 4), shape);
  const labels = labelsFrom(3, batch);
  const dispose = () => {
    network.dispose();
    optimiser.dispose();
    tf.dispose([pictures, labels]);
  };
  return { network, optimiser, pictures, labels, dispose };
}

function labelsFrom(first: number, batch: number): tf.Tensor1D {
  const classes = Array.from({ length: batch }, (_, i) => (7 * i + first) % 10);
  return tf.tensor1d(classes, 'int32');
}

/** The loss and gradients of a step, as the training loop takes them. */
function backward({
  network,
  pictures,
  labels,
}: Pick<ReturnType<typeof start>, 'network' | 'pictures' | 'labels'>) {
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

describeFastBackends('training', () => {
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
      const variables = new Map(namedTensors(run.network));
      const gradients = Object.entries(golden.first.gradients as Record<string, Stored>);
      expect(gradients).toHaveLength(run.network.parameters().length);
      for (const [key, stored] of gradients) {
        const gradient = await fromWeight(grads[variables.get(key)!.name]!);
        expectClose(gradient, decode(stored), 'gradient', `d ${key}`);
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

  test.each(runs)('$losses.length steps as PyTorch’s: $kind', async (golden) => {
    const run = start(golden);
    const { batch, size, losses } = golden;
    const shape = [batch, 3, size, size];
    const actual: number[] = [];
    for (const step of losses.keys()) {
      const pictures = toMaps(pattern(`batch ${step % 4}`, shape, 4), shape);
      const labels = labelsFrom(3 + (step % 4), batch);
      const { value, grads } = backward({ ...run, pictures, labels });
      run.optimiser.step(grads);
      actual.push((await value.data())[0]!);
      tf.dispose([value, pictures, labels]);
    }
    for (const [step, expected] of losses.entries())
      expect(Math.abs(actual[step]! / expected - 1), `step ${step + 1}`).toBeLessThan(0.01);
    run.dispose();
  });

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
