import * as tf from '@tensorflow/tfjs-core';
import type { TestSet } from '../data/cifar10/testSet.ts';
import type { NetworkSpec, TrainConfig, TrainEvent } from '../contract/training.ts';
import { takeCheckpoint } from './checkpoint.ts';
import { createContestant } from './contestant.ts';
import type { Device } from '../contract/device.ts';
import { firstOf, measureTestError } from './evaluate.ts';

/**
 * Makes the device compile all that a run needs, so that its first step is as quick as the others. Stand-ins
 * of the networks take one step on a blank batch, one test and one checkpoint, and are thrown away: the networks
 * themselves, built afterwards, start where the seed says.
 */
export async function* warmUp(
  config: TrainConfig,
  testSet: TestSet,
  device: Device,
): AsyncGenerator<TrainEvent> {
  const { networks } = config;
  for (const [index, spec] of networks.entries()) {
    const waiting = { for: 'compiling', network: index + 1, of: networks.length } as const;
    yield { type: 'waiting', waiting };
    const exercise = () => exerciseStandIn(spec, config, testSet, device);
    await device.compileAhead?.(exercise);
    await exercise();
  }
}

async function exerciseStandIn(
  spec: NetworkSpec,
  config: TrainConfig,
  testSet: TestSet,
  device: Device,
): Promise<void> {
  const { batchSize, pictureSize: size } = config;
  const standIn = createContestant(spec, config);
  const pictures = tf.zeros<tf.Rank.R4>([batchSize, size, size, 3]);
  const labels = tf.zeros<tf.Rank.R1>([batchSize], 'int32');
  try {
    await standIn.step(pictures, labels);
    await measureTestError(standIn.network, firstOf(testSet));
    if (device.losable) await takeCheckpoint(0, [standIn]);
  } finally {
    tf.dispose([pictures, labels]);
    standIn.dispose();
  }
}
