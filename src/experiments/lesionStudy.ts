import * as tf from '@tensorflow/tfjs-core';
import { allBlocks, intact, withWay } from '../contract/surgery.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import type { ResNet34 } from '../models/resnet.ts';
import { runStages } from '../models/surgery.ts';

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
 * 4.1). Stages before the damage are run once for all.
 * @param pictures [batch, height, width, 3], prepared as the network wants them
 */
export async function studyLesions(
  network: ResNet34,
  pictures: FeatureMaps,
): Promise<LesionGuesses> {
  const guesses = tf.tidy(() => {
    const outputs = runStages(network, network.stem(pictures), intact());
    const damaged = (way: 'shortcut' | 'branch') =>
      allBlocks.map(({ stage, block }) =>
        tf.tidy(() => {
          const surgery = withWay(intact(), stage, block, way);
          const x = outputs[stage] as FeatureMaps;
          return firstGuesses(network, runStages(network, x, surgery, stage));
        }),
      );
    const whole = firstGuesses(network, outputs);
    return tf.stack([whole, ...damaged('shortcut'), ...damaged('branch')]);
  });
  const [batch] = pictures.shape;
  const values = Int32Array.from(await guesses.data());
  guesses.dispose();
  const [whole, ...lesions] = Array.from({ length: values.length / batch }, (_, row) =>
    values.subarray(row * batch, (row + 1) * batch),
  );
  return {
    whole: whole as FirstGuesses,
    withoutBranch: lesions.slice(0, allBlocks.length),
    withoutShortcut: lesions.slice(allBlocks.length),
  };
}

function firstGuesses(network: ResNet34, outputs: FeatureMaps[]): tf.Tensor1D {
  return tf.argMax(network.head(outputs.at(-1) as FeatureMaps), 1);
}
