import * as tf from '@tensorflow/tfjs-core';
import { createCifarNetwork, type CifarNetwork } from '../models/cifar.ts';
import { createUnnormalisedNetwork, type UnnormalisedNetwork } from '../models/unnormalised.ts';
import { globalAveragePool } from '../nn/globalAveragePool.ts';
import { gradientProbe } from '../nn/gradientProbe.ts';
import { crossEntropy } from '../nn/loss.ts';
import { namedModules } from '../nn/module.ts';
import { SGD } from '../nn/optim.ts';
import { relu } from '../nn/relu.ts';
import type { Layer } from '../nn/sequential.ts';
import type { GradientExperiment, GradientFinding } from '../contract/experiments.ts';
import type { Sources } from './sources.ts';
import { createBatches } from './pictures.ts';

type Network = CifarNetwork | UnnormalisedNetwork;

const kinds = ['plain', 'residual'] as const;
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
    try {
      for (let step = 0; step <= steps; step++) {
        if (step > 0) train(network, optimiser, batches.at(step));
        if (step % measureEvery !== 0 && step !== steps) continue;
        const { loss, norms } = await measure(network, batches.at(0));
        yield { type: 'gradients', kind, step, loss, norms };
        if (!Number.isFinite(loss)) break;
      }
    } finally {
      optimiser.dispose();
      network.dispose();
    }
  }
}

type Batch = ReturnType<ReturnType<typeof createBatches>['at']>;

function createNetwork(kind: 'plain' | 'residual', asked: GradientExperiment): Network {
  const { depth, width, seed, batchNorm } = asked;
  return batchNorm
    ? createCifarNetwork({ kind, depth, width, seed, shortcut: 'A' })
    : createUnnormalisedNetwork({ kind, depth, width, seed });
}

function train(network: Network, optimiser: SGD, batch: Batch): void {
  tf.tidy(() => {
    const { x, labels } = batch();
    const loss = () => crossEntropy(network.forward(x), labels);
    optimiser.step(tf.variableGrads(loss, network.parameters()).grads);
  });
}

async function measure(network: Network, batch: Batch): Promise<{ loss: number; norms: number[] }> {
  const all = tf.tidy(() => {
    const { x, labels } = batch();
    const squares: tf.Tensor[] = [];
    const { value, grads } = tf.variableGrads(
      () => crossEntropy(forward(network, x, squares), labels),
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

/** The network's forward pass with a probe behind the stem and behind every block. */
function forward(network: Network, x: tf.Tensor4D, squares: tf.Tensor[]): tf.Tensor2D {
  const stem = network.conv1.forward(x);
  const first = 'bn1' in network ? network.bn1.forward(stem, { relu: true }) : relu(stem);
  let out = probe(first, squares, 0);
  for (const [index, block] of blocksOf(network).entries())
    out = probe(block.forward(out), squares, index + 1);
  return network.fc.forward(globalAveragePool(out));
}

function probe(x: tf.Tensor4D, squares: tf.Tensor[], place: number): tf.Tensor4D {
  return gradientProbe(x, (gradient) => {
    squares[place] = tf.keep(tf.sum(tf.square(gradient)));
  });
}

function blocksOf(network: Network): Layer[] {
  return namedModules(network).flatMap(([path, module]) =>
    /^layer\d\.\d+$/.test(path) ? [module as Layer] : [],
  );
}
