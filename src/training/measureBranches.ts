import * as tf from '@tensorflow/tfjs-core';
import type { TestSet } from '../data/cifar10/testSet.ts';
import type { CifarNetwork } from '../models/cifar.ts';
import type { Hook } from '../models/network.ts';

/**
 * How much each residual block adds: ‖F(x)‖ / ‖shortcut(x)‖ over all given pictures, places and channels, with the
 * running statistics of batch norm; a number a block, none of a plain network. Leaves the network in training mode.
 */
export async function measureBranches(
  network: CifarNetwork,
  { pictures, labels, pictureSize: size }: TestSet,
): Promise<number[]> {
  // A benchmark has no test pictures.
  if (labels.length === 0) return [];
  const shares: tf.Scalar[] = [];
  const measure: Hook = ({ branch, shortcut }) => {
    if (shortcut) shares.push(tf.keep(tf.div(tf.norm(branch), tf.norm(shortcut))));
    return undefined;
  };
  const places = network.blocks().map(({ place }) => [place, measure] as const);
  network.eval();
  try {
    const all = tf.tidy(() => {
      const x = tf.tensor4d(pictures, [labels.length, size, size, 3]);
      network.forward(x, { at: Object.fromEntries(places) });
      return shares.length > 0 ? tf.stack(shares) : tf.tensor1d([]);
    });
    const values = await all.data();
    all.dispose();
    return Array.from(values);
  } finally {
    tf.dispose(shares);
    network.train();
  }
}
