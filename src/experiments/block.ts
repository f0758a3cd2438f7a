import * as tf from '@tensorflow/tfjs-core';
import { createCifarNetwork } from '../models/cifar.ts';
import { twoConvolutions, type Block, type Network, type PlacedBlock } from '../models/network.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import type { BlockExperiment, BlockFinding, Shrinks } from '../contract/experiments.ts';
import type { Sources } from './sources.ts';
import { toTensor } from './pictures.ts';

/** Channels that the reader sees. */
const shown = 3;
const width = 8;

/**
 * A picture runs through the first block of a residual network and of a plain one with the same weights, drawn
 * from the seed, while the branch is shrunk step by step. Batch norm uses the statistics of all pictures.
 */
export async function* block(
  { seed, picture, pictures, pictureSize, factors }: BlockExperiment,
  { pictures: source }: Pick<Sources, 'pictures'>,
): AsyncGenerator<BlockFinding, void> {
  const colours = await source.raw(picture + 1, pictureSize);
  const set = await source.normalised(pictures, pictureSize);
  // Depth does not matter: equal seeds give the first block equal weights at any.
  const shape = { depth: 8, width, seed, shortcut: 'A' } as const;
  const networks = {
    plain: createCifarNetwork({ kind: 'plain', ...shape }),
    residual: createCifarNetwork({ kind: 'residual', ...shape }),
  };
  const x = tf.tidy(() => networks.residual.stem(toTensor(set)));
  try {
    const length = pictureSize ** 2 * 3;
    yield {
      type: 'blockInput',
      picture: colours.pictures.slice(picture * length),
      x: await look(x, picture),
    };
    const blocks = [firstBlock(networks.plain), firstBlock(networks.residual)] as const;
    for (const shrinks of ['norm', 'weights'] as const) {
      for (const factor of factors) {
        const restore = blocks.map((one) => shrink(one, shrinks, factor));
        const { branch, sum, ...outputs } = tf.tidy(() => pass(...blocks, x));
        const distance = tf.tidy(() => tf.sub<FeatureMaps>(outputs.residual, x));
        yield {
          type: 'block',
          shrinks,
          factor,
          branch: await look(branch, picture),
          sum: await look(sum, picture),
          residual: await look(outputs.residual, picture),
          plain: await look(outputs.plain, picture),
          change: (await look(distance, picture)).norm,
        };
        tf.dispose([branch, sum, outputs.plain, outputs.residual, distance]);
        for (const undo of restore) undo();
      }
    }
  } finally {
    x.dispose();
    networks.plain.dispose();
    networks.residual.dispose();
  }
}

function firstBlock(network: Network): Block {
  const [first] = network.blocks();
  return (first as PlacedBlock).block;
}

function pass(plain: Block, residual: Block, x: FeatureMaps) {
  const branches: FeatureMaps[] = [];
  const y = residual.forward(x, (terms) => void branches.push(terms.branch));
  const branch = branches[0] as FeatureMaps; // F(x)
  return { branch, sum: tf.add<FeatureMaps>(branch, x), residual: y, plain: plain.forward(x) };
}

/** Multiplies a branch's last scale and offset, or all its convolutions' weights; returns what undoes it. */
function shrink(block: Block, shrinks: Shrinks, factor: number): () => void {
  const { conv1, conv2, bn2 } = twoConvolutions(block);
  const variables: tf.Variable[] =
    shrinks === 'norm' ? bn2.parameters() : [conv1.weight, conv2.weight];
  const kept = variables.map((variable) => tf.clone(variable));
  for (const variable of variables) tf.tidy(() => variable.assign(tf.mul(variable, factor)));
  return () => {
    for (const [index, variable] of variables.entries()) variable.assign(kept[index] as tf.Tensor);
    tf.dispose(kept);
  };
}

/** The first channels of one picture of the batch, and the norm over all of them. */
async function look(maps: FeatureMaps, picture: number) {
  const [, height, , channels] = maps.shape;
  const values = (await maps.data()) as Float32Array;
  const length = height * height * channels;
  const own = values.slice(picture * length, (picture + 1) * length);
  const channel = (c: number) =>
    Float32Array.from({ length: height * height }, (_, i) => own[i * channels + c] as number);
  return {
    channels: Array.from({ length: shown }, (_, c) => channel(c)),
    norm: Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)),
  };
}
