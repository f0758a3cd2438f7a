import * as tf from '@tensorflow/tfjs-core';
import type { NetworkConfig } from '../contract/runConfig.ts';
import type { TrainedFinding } from '../contract/trainedNetwork.ts';
import type { TestSet } from '../data/cifar10/testSet.ts';
import { runBlocks, type Network, type PlacedBlock } from '../models/network.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { batchFor, batchesOf, createBatches } from './pictures.ts';
import { removeBlock } from './removeBlock.ts';

/**
 * The test error with one block removed after the other, as Veit et al. 2016, section 4.1, did to trained networks.
 * What all test pictures have become before the block is kept, so each removal computes only what comes after it.
 * @param network in evaluation mode, of this config
 * @param from the first block to remove
 */
export async function* studyRemovals(
  config: NetworkConfig,
  network: Network,
  testSet: TestSet,
  from = 0,
): AsyncGenerator<TrainedFinding, void> {
  const blocks = network.blocks();
  const batchSize = batchFor(config, testSet.pictureSize);
  const starts = batchesOf(testSet, batchSize);
  const batches = createBatches(testSet, batchSize);
  const front: FeatureMaps[] = [];
  try {
    for (const index of starts.keys()) {
      const stem = () => network.stem(batches.at(index)().x);
      front.push(tf.tidy(() => runBlocks(blocks.slice(0, from), stem())));
      yield { type: 'tested', pictures: 0 };
    }
    for (let block = from; block < blocks.length; block++) {
      const removal = removeBlock(config, blocks, block);
      let wrong = 0;
      for (const [index, x] of front.entries()) {
        if (removal) {
          // Of the blocks that are left, those from this one on.
          const after = (removal.blocks as PlacedBlock[]).slice(block);
          wrong += await countWrong(() => network.head(runBlocks(after, x, removal)), {
            labels: testSet.labels,
            start: starts[index] as number,
          });
        }
        front[index] = tf.tidy(() => runBlocks([blocks[block] as PlacedBlock], x));
        const [batch] = x.shape;
        x.dispose();
        yield { type: 'tested', pictures: (starts[index] as number) + batch };
      }
      yield { type: 'lesion', block, testError: removal && wrong / testSet.labels.length };
    }
  } finally {
    tf.dispose(front);
  }
}

async function countWrong(
  logits: () => tf.Tensor2D,
  { labels, start }: { labels: Int32Array; start: number },
): Promise<number> {
  const guesses = tf.tidy(() => tf.argMax(logits(), 1));
  const values = (await guesses.data()) as Int32Array;
  guesses.dispose();
  return values.filter((guess, i) => guess !== labels[start + i]).length;
}
