import * as tf from '@tensorflow/tfjs-core';
import type { NetworkConfig } from '../contract/runConfig.ts';
import type { Looked, LookedChannel } from '../contract/trainedNetwork.ts';
import type { TestSet } from '../data/cifar10/testSet.ts';
import type { Hook, Network, Walk } from '../models/network.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { createBatches } from './pictures.ts';
import { removeBlock } from './removeBlock.ts';

/** How many channels of a place are shown. */
const shown = 8;

/**
 * What one place makes of a test picture: the terms of its sum and its output in the strongest channels, and the
 * network's answer with and without it.
 * @param network in evaluation mode, of this config
 */
export async function lookAtPlace(
  config: NetworkConfig,
  network: Network,
  testSet: TestSet,
  { picture, place }: { picture: number; place: string },
): Promise<Looked> {
  const kept: { branch?: FeatureMaps; shortcut?: FeatureMaps; y?: FeatureMaps } = {};
  const keep = (name: keyof typeof kept, x: FeatureMaps | null) => {
    if (x) kept[name] = tf.keep(tf.clone(x));
  };
  const block = network.blocks().findIndex((placed) => placed.place === place);
  const removal = block < 0 ? null : removeBlock(config, network.blocks(), block);
  const x = tf.tidy(() => createBatches(testSet, 1).at(picture)().x);
  const answer = (walk: Walk) => tf.tidy(() => tf.softmax(network.forward(x, walk)));
  const looking: Hook = ({ branch, shortcut }) => {
    keep('branch', branch);
    keep('shortcut', shortcut);
    return undefined;
  };
  const whole = answer({
    after: { [place]: (y) => void keep('y', y) },
    ...(block >= 0 && { at: { [place]: looking } }),
  });
  const without = removal && answer(removal);
  const { branch, shortcut, y } = kept;
  try {
    const [, side, , channels] = (y as FeatureMaps).shape;
    const values = {
      branch: (await branch?.data()) ?? null,
      shortcut: (await shortcut?.data()) ?? null,
      y: (await (y as FeatureMaps).data()) as Float32Array,
    };
    return {
      ...{ picture, place, side, channels },
      strongest: strongestOf(values, channels),
      probabilities: [...(await whole.data())],
      without: without && [...(await without.data())],
    };
  } finally {
    tf.dispose([x, whole, ...(without ? [without] : []), ...Object.values(kept)]);
  }
}

type Values = ArrayLike<number>;

function strongestOf(
  terms: { branch: Values | null; shortcut: Values | null; y: Values },
  channels: number,
): LookedChannel[] {
  const pick = (values: Values | null, channel: number) =>
    values &&
    Float32Array.from(
      { length: values.length / channels },
      (_, pixel) => values[pixel * channels + channel] as number,
    );
  const size = (map: Float32Array) => map.reduce((sum, value) => sum + Math.abs(value), 0);
  return Array.from({ length: channels }, (_, channel) => {
    const [branch, shortcut] = [pick(terms.branch, channel), pick(terms.shortcut, channel)];
    const y = pick(terms.y, channel) as Float32Array;
    const all = [branch, shortcut, y].flatMap((map) => (map ? [...map] : []));
    const largest = all.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
    return { channel, largest, branch, shortcut, y };
  })
    .sort((a, b) => size(b.y) - size(a.y))
    .slice(0, shown);
}
