import * as tf from '@tensorflow/tfjs-core';
import type { NetworkConfig } from '../../../src/contract/runConfig.ts';
import { streamSizes, type StreamSizes } from '../../../src/contract/streamSizes.ts';
import type { ResidualStream } from '../../../src/contract/twoStreamsRecord.ts';
import type { TestSet } from '../../../src/data/cifar10/testSet.ts';
import { batchesOf, createBatches } from '../../../src/experiments/pictures.ts';
import { studyRemovals } from '../../../src/experiments/studyRemovals.ts';
import type { CifarNetwork } from '../../../src/models/cifar.ts';
import type { Walk } from '../../../src/models/network.ts';
import type { FeatureMaps } from '../../../src/nn/tensors.ts';
import { measureTestError } from '../../../src/training/evaluate.ts';

const batchSize = 100;

/** The stream of a trained network on held-out pictures, and how many it names rightly without each block. */
export async function measureResidual(
  config: NetworkConfig,
  network: CifarNetwork,
  testSet: TestSet,
): Promise<StreamSizes & Pick<ResidualStream, 'right' | 'rightWithout'>> {
  const right = 1 - (await measureTestError(network, testSet));
  network.eval();
  const rightWithout: number[] = [];
  for await (const finding of studyRemovals(config, network, testSet))
    if (finding.type === 'lesion') rightWithout.push(1 - (finding.testError ?? NaN));
  return { ...(await sizesOf(network, testSet)), right, rightWithout };
}

/** As `sycophancySurvey` measures a transformer's: a place of the picture is what a token is there. */
async function sizesOf(network: CifarNetwork, testSet: TestSet): Promise<StreamSizes> {
  const places = network.blocks().map(({ place }) => place);
  const rows: number[][] = Array.from({ length: 1 + 3 * places.length }, () => []);
  const batches = createBatches(testSet, batchSize);
  for (const index of batchesOf(testSet, batchSize).keys()) {
    const measured = tf.tidy(() => measureBatch(network, batches.at(index)().x));
    for (const [row, some] of (await measured.array()).entries()) rows[row]?.push(...some);
    measured.dispose();
  }
  return streamSizes(places, rows);
}

/** [1 + 3 · blocks, pictures] */
function measureBatch(network: CifarNetwork, x: FeatureMaps): tf.Tensor2D {
  const rows: tf.Tensor1D[] = [];
  const keep = (maps: FeatureMaps) => void rows.push(tf.keep(lengths(maps)));
  const after: Walk['after'] = { stem: keep };
  const at: Walk['at'] = {};
  for (const { place } of network.blocks()) {
    at[place] = ({ branch, shortcut }) => {
      keep(shortcut as FeatureMaps);
      keep(branch);
      return undefined;
    };
    after[place] = keep;
  }
  network.forward(x, { at, after });
  const all = tf.stack(rows) as tf.Tensor2D;
  tf.dispose(rows);
  return all;
}

/** Of each picture [batch]: the root mean square, over its places, of the length of the vector of channels there. */
function lengths(x: FeatureMaps): tf.Tensor1D {
  const [, height, width] = x.shape;
  return tf.sqrt(tf.div(tf.sum(tf.square(x), [1, 2, 3]), height * width));
}
