import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { createCifarNetwork } from '../../../src/models/cifar.ts';
import { stateDict } from '../../../src/nn/state.ts';
import { createBatches } from './batches.ts';
import type { Candidate } from './candidate.ts';
import type { Workload } from './protocol.ts';
import { networkOptions, optimiserSettings } from './recipe.ts';

// jax-js frees an array with the last use of it: what is used again is passed as `.ref`.

/** Arrays by PyTorch's names; feature maps are [batch, channels, height, width]. */
type Arrays = Record<string, np.Array>;

/** The network in jax-js, a whole training step compiled by one `jit`. */
export async function startJax(workload: Workload, device: 'webgpu' | 'wasm'): Promise<Candidate> {
  const started = await init(device);
  if (!started.includes(device)) throw new Error(`jax-js does not start on ${device} here.`);
  defaultDevice(device);
  const { weights, statistics } = await readNetwork(workload);
  let state = {
    weights,
    velocities: Object.fromEntries(
      Object.entries(weights).map(([name, { shape }]) => [name, np.zeros(shape)]),
    ),
    statistics,
  };
  const batches = createBatches(workload);
  const { batchSize, pictureSize } = workload;
  const step = jit(createStep(workload));
  let taken = 0;
  return {
    async step() {
      const start = performance.now();
      const { pictures, labels } = batches[taken++ % batches.length]!;
      const x = np.array(pictures).reshape([batchSize, pictureSize, pictureSize, 3]);
      const { loss, ...next } = step(state, x, np.array(labels, { dtype: np.int32 }));
      state = next;
      const [value] = await loss.data();
      return { loss: value as number, ms: performance.now() - start };
    },
  };
}

interface State {
  weights: Arrays;
  velocities: Arrays;
  statistics: Arrays;
}

/** One step: the loss of a batch, and the state after it. Pictures [batch, height, width, 3]. */
function createStep({ depth }: Workload) {
  const { learningRate, momentum, weightDecay } = optimiserSettings;
  const lossOf = (weights: Arrays, old: Arrays, x: np.Array, labels: np.Array) => {
    const { logits, statistics } = forward(depth, weights, old, np.transpose(x, [0, 3, 1, 2]));
    const likelihoods = nn.logSoftmax(logits, 1).mul(nn.oneHot(labels, 10));
    return [np.mean(likelihoods.sum(1)).neg(), statistics] as [np.Array, Arrays];
  };
  return ({ weights, velocities, statistics }: State, x: np.Array, labels: np.Array) => {
    const read = Object.fromEntries(Object.entries(weights).map(([name, w]) => [name, w.ref]));
    const [[loss, moved], gradients] = valueAndGrad(lossOf, { hasAux: true })(
      ...([read, statistics, x, labels] as const),
    ) as unknown as [[np.Array, Arrays], Arrays];
    const next: State = { weights: {}, velocities: {}, statistics: moved };
    for (const [name, weight] of Object.entries(weights)) {
      const decayed = gradients[name]!.add(weight.ref.mul(weightDecay));
      const velocity = velocities[name]!.mul(momentum).add(decayed);
      next.weights[name] = weight.sub(velocity.ref.mul(learningRate));
      next.velocities[name] = velocity;
    }
    return { loss, ...next };
  };
}

function forward(depth: number, weights: Arrays, old: Arrays, pictures: np.Array) {
  const statistics: Arrays = {};
  const convolve = (x: np.Array, name: string, stride = 1) => {
    const border: [number, number] = [1, 1];
    return lax.conv(x, weights[`${name}.weight`]!, [stride, stride], [border, border]);
  };
  const normalise = (x: np.Array, name: string) => {
    const [batch, channels, height, width] = x.shape as [number, number, number, number];
    const count = batch * height * width;
    const perChannel = (one: np.Array) => one.reshape([1, channels, 1, 1]);
    const mean = np.mean(x.ref, [0, 2, 3]);
    const centred = x.sub(perChannel(mean.ref));
    const variance = np.mean(np.square(centred.ref), [0, 2, 3]);
    const factor = weights[`${name}.weight`]!.div(np.sqrt(variance.ref.add(1e-5)));
    const move = (key: string, statistic: np.Array, share: number) => {
      const kept = old[`${name}.${key}`]!.mul(0.9);
      statistics[`${name}.${key}`] = kept.add(lax.stopGradient(statistic).mul(share));
    };
    move('running_mean', mean, 0.1);
    move('running_var', variance, (0.1 * count) / (count - 1));
    return centred.mul(perChannel(factor)).add(perChannel(weights[`${name}.bias`]!));
  };
  let x = nn.relu(normalise(convolve(pictures, 'conv1'), 'bn1'));
  for (const stage of [1, 2, 3]) {
    for (let i = 0; i < (depth - 2) / 6; i++) {
      const name = `layer${stage}.${i}`;
      const grows = stage > 1 && i === 0;
      const shortcut = grows ? downsample(x.ref) : x.ref;
      const first = normalise(convolve(x, `${name}.conv1`, grows ? 2 : 1), `${name}.bn1`);
      const second = normalise(convolve(nn.relu(first), `${name}.conv2`), `${name}.bn2`);
      x = nn.relu(second.add(shortcut));
    }
  }
  const pooled = np.mean(x, [2, 3]);
  const logits = np.matmul(pooled, np.transpose(weights['fc.weight']!)).add(weights['fc.bias']!);
  return { logits, statistics };
}

/** Every second pixel, zeros for the new channels. */
function downsample(x: np.Array): np.Array {
  const [batch, channels, height, width] = x.shape as [number, number, number, number];
  const pairs = x.reshape([batch, channels, height / 2, 2, width / 2, 2]);
  const kept = pairs.slice([], [], [], 0, [], 0);
  return np.pad(kept, [
    [0, 0],
    [0, channels],
    [0, 0],
    [0, 0],
  ]);
}

async function readNetwork(workload: Workload) {
  await setBackend('cpu');
  const network = createCifarNetwork(networkOptions(workload));
  const tensors = Object.entries(await stateDict(network));
  network.dispose();
  const weights: Arrays = {};
  const statistics: Arrays = {};
  for (const [name, { shape, data }] of tensors) {
    if (name.endsWith('num_batches_tracked')) continue;
    const array = np.array(Float32Array.from(data)).reshape([...shape]);
    (name.includes('running') ? statistics : weights)[name] = array;
  }
  return { weights, statistics };
}
