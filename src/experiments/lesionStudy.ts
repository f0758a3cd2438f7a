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
 * 4.1). One pass does it: every block adds two damaged versions to a batch that the later blocks compute as
 * one, so what comes before the damage is computed once, and what comes after it in large batches.
 * @param pictures [batch, height, width, 3], prepared as the network wants them
 */
export async function studyLesions(
  network: ResNet34,
  pictures: FeatureMaps,
): Promise<LesionGuesses> {
  const blocks = network.blocks();
  const [batch] = pictures.shape;
  const guesses = tf.tidy(() => {
    let x = network.stem(pictures);
    for (const placed of blocks) {
      const before = x;
      x = tf.tidy(() => {
        const whole = tf.slice4d(before, [0, 0, 0, 0], [batch, -1, -1, -1]) as FeatureMaps;
        const damaged = (hook: Hook) =>
          runBlocks([placed], whole, { at: { [placed.place]: hook } });
        const intact = runBlocks([placed], before);
        return tf.concat4d([intact, damaged(ablateBranch), damaged(ablateShortcut)], 0);
      }) as FeatureMaps;
      before.dispose();
    }
    return tf.argMax(network.head(x), 1);
  });
  const values = Int32Array.from(await guesses.data());
  guesses.dispose();
  const [whole, ...lesions] = Array.from({ length: values.length / batch }, (_, row) =>
    values.subarray(row * batch, (row + 1) * batch),
  );
  return {
    whole: whole as FirstGuesses,
    withoutBranch: lesions.filter((_, i) => i % 2 === 0),
    withoutShortcut: lesions.filter((_, i) => i % 2 === 1),
  };
}
