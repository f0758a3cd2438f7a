import * as tf from '@tensorflow/tfjs-core';
import { ablateBranch, ablateShortcut } from '../models/ablate.ts';
import { runBlocks, type Hook } from '../models/network.ts';
import type { ResNet34 } from '../models/resnet.ts';
import type { FeatureMaps } from '../nn/tensors.ts';

/** A class a picture: what the network answers first. */
type FirstGuesses = Int32Array;

export interface LesionGuesses {
  whole: FirstGuesses;
  /** With the branch of one block removed, of each block in the order of `allBlocks`. */
  withoutBranch: FirstGuesses[];
  /** The same with its shortcut cut. */
  withoutShortcut: FirstGuesses[];
}

/**
 * What a network answers with one block after the other damaged (a lesion study: Veit et al. 2016, section
 * 4.1). What comes before the damage is computed once for all.
 * @param pictures [batch, height, width, 3], prepared as the network wants them
 */
export async function studyLesions(
  network: ResNet34,
  pictures: FeatureMaps,
): Promise<LesionGuesses> {
  const blocks = network.blocks();
  const guesses = tf.tidy(() => {
    let x = network.stem(pictures);
    const withoutBranch: tf.Tensor1D[] = [];
    const withoutShortcut: tf.Tensor1D[] = [];
    for (const [index, placed] of blocks.entries()) {
      const damaged = (hook: Hook) =>
        tf.tidy(() => {
          const at = { [placed.place]: hook };
          return firstGuesses(network, runBlocks(blocks.slice(index), x, { at }));
        });
      withoutBranch.push(damaged(ablateBranch));
      withoutShortcut.push(damaged(ablateShortcut));
      x = runBlocks([placed], x);
    }
    return tf.stack([firstGuesses(network, x), ...withoutBranch, ...withoutShortcut]);
  });
  const [batch] = pictures.shape;
  const values = Int32Array.from(await guesses.data());
  guesses.dispose();
  const [whole, ...lesions] = Array.from({ length: values.length / batch }, (_, row) =>
    values.subarray(row * batch, (row + 1) * batch),
  );
  return {
    whole: whole as FirstGuesses,
    withoutBranch: lesions.slice(0, blocks.length),
    withoutShortcut: lesions.slice(blocks.length),
  };
}

function firstGuesses(network: ResNet34, x: FeatureMaps): tf.Tensor1D {
  return tf.argMax(network.head(x), 1);
}
