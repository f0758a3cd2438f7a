import * as tf from '@tensorflow/tfjs-core';
import { createCifarNetwork, type CifarNetwork } from '../models/cifar.ts';
import type { OutputHook } from '../models/network.ts';
import { createDifferentiation, type Differentiation } from '../nn/differentiate.ts';
import { crossEntropy } from '../nn/loss.ts';
import { normLayerOf } from '../nn/normLayerOf.ts';
import { SGD } from '../nn/optim.ts';
import type { GradientExperiment, GradientFinding } from '../contract/experiments.ts';
import type { NetworkKind } from '../contract/networks.ts';
import type { Sources } from './sources.ts';
import { createBatches } from './pictures.ts';

const kinds: NetworkKind[] = ['plain', 'residual'];
const momentum = 0.9;
const weightDecay = 1e-4;

/**
 * The norm of ∂E/∂x at the output x of the first convolution and of every block, in a plain and a residual
 * network of equal weights, before training and at intervals during it. E is the mean loss of one batch that
 * is never trained on; the norm is the root of the sum of squares over the batch, all places and channels.
 */
export async function* gradients(
  asked: GradientExperiment,
  { pictures: source }: Pick<Sources, 'pictures'>,
): AsyncGenerator<GradientFinding, void> {
  const { steps, measureEvery, batchSize, pictureSize, learningRate } = asked;
  const set = await source.normalised((steps + 1) * batchSize, pictureSize);
  const batches = createBatches(set, batchSize);
  for (const kind of kinds) {
    const network = createNetwork(kind, asked);
    const options = { learningRate, momentum, weightDecay };
    const optimiser = new SGD(network.parameters(), options);
    const differentiate = createDifferentiation(network, (x: tf.Tensor4D, labels: tf.Tensor1D) => [
      crossEntropy(network.forward(x), labels),
    ]);
    try {
      for (let step = 0; step <= steps; step++) {
        if (step > 0) train(differentiate, optimiser, batches.at(step));
        if (step % measureEvery !== 0 && step !== steps) continue;
        const { loss, norms } = await measure(network, batches.at(0));
        yield { type: 'gradients', kind, step, loss, norms };
        if (!Number.isFinite(loss)) break;
      }
    } finally {
      differentiate.dispose();
      optimiser.dispose();
      network.dispose();
    }
  }
}

type Batch = ReturnType<ReturnType<typeof createBatches>['at']>;

function createNetwork(kind: NetworkKind, asked: GradientExperiment): CifarNetwork {
  const { depth, width, seed, batchNorm } = asked;
  const normLayer = normLayerOf(batchNorm);
  return createCifarNetwork({ kind, depth, width, seed, shortcut: 'A', normLayer });
}

function train(
  differentiate: Differentiation<[x: tf.Tensor4D, labels: tf.Tensor1D]>,
  optimiser: SGD,
  batch: Batch,
): void {
  tf.tidy(() => {
    const { x, labels } = batch();
    optimiser.step(differentiate(x, labels).gradients);
  });
}

async function measure(
  network: CifarNetwork,
  batch: Batch,
): Promise<{ loss: number; norms: number[] }> {
  const all = tf.tidy(() => {
    const { x, labels } = batch();
    const places = ['stem', ...network.blocks().map(({ place }) => place)];
    const squares: tf.Tensor[] = [];
    const probes = places.map((place, index) => [
      place,
      probe((gradient) => {
        squares[index] = tf.keep(tf.sum(tf.square(gradient)));
      }),
    ]);
    const after = Object.fromEntries(probes) as Record<string, OutputHook>;
    const { value, grads } = tf.variableGrads(
      () => crossEntropy(network.forward(x, { after }), labels),
      network.parameters(),
    );
    const both = tf.stack([value, ...squares]);
    tf.dispose([...Object.values(grads), ...squares]);
    return both;
  });
  const [loss, ...squares] = (await all.data()) as Float32Array;
  all.dispose();
  return { loss: loss as number, norms: squares.map(Math.sqrt) };
}

/** Changes nothing, and shows the gradient that comes back, of x's shape, to `look`: inside a tidy. */
function probe(look: (gradient: tf.Tensor) => void): OutputHook {
  const identity = tf.customGrad((x) => ({
    value: tf.clone(x as tf.Tensor),
    gradFunc: (dy: tf.Tensor) => {
      look(dy);
      return tf.clone(dy);
    },
  }));
  return (x) => identity(x) as tf.Tensor4D;
}
