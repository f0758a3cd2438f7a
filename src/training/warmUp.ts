import * as tf from '@tensorflow/tfjs-core';
import type { Device } from '../contract/device.ts';
import type { NetworkConfig, RunConfig } from '../contract/runConfig.ts';
import type { TrainEvent } from '../contract/training.ts';
import type { TestSet } from '../data/cifar10/testSet.ts';
import { readNetworks } from './checkpoint.ts';
import { firstOf, measureTestError } from './evaluate.ts';
import { createLearner } from './learner.ts';
import { measureBranches } from './measureBranches.ts';

/**
 * Makes the device compile all that a run needs, so that its first step is as quick as the others. Stand-ins
 * of the networks take one step on a blank batch, one test and one checkpoint, and are thrown away: the networks
 * themselves, built afterwards, start where the seed says.
 */
export async function* warmUp(
  config: RunConfig,
  testSet: TestSet,
  device: Device,
): AsyncGenerator<TrainEvent> {
  const { networks } = config;
  for (const [index, network] of networks.entries()) {
    const waiting = { for: 'compiling', network: index + 1, of: networks.length } as const;
    yield { type: 'waiting', waiting };
    const exercise = () => exerciseStandIn(network, config, testSet, device);
    await device.compileAhead?.(exercise);
    await exercise();
  }
}

async function exerciseStandIn(
  network: NetworkConfig,
  { recipe, data }: RunConfig,
  testSet: TestSet,
  device: Device,
): Promise<void> {
  const { batchSize } = recipe;
  const { pictureSize: size } = data;
  const standIn = createLearner(network, recipe);
  const pictures = tf.zeros<tf.Rank.R4>([batchSize, size, size, 3]);
  const labels = tf.zeros<tf.Rank.R1>([batchSize], 'int32');
  try {
    await standIn.step({ pictures, labels }, { learningRate: 0, measure: true });
    await measureTestError(standIn.network, firstOf(testSet));
    await measureBranches(standIn.network, firstOf(testSet));
    if (device.losable) await readNetworks([standIn]);
  } finally {
    tf.dispose([pictures, labels]);
    standIn.dispose();
  }
}
