import * as tf from '@tensorflow/tfjs-core';
import { asInThePaper, constantRate, type Recipe } from '../contract/runConfig.ts';
import type { MeasuredStep } from '../contract/training.ts';
import { createLearner } from './learner.ts';

/** Two small residual networks; a layer of the second has sixteen times as much to multiply. */
const subjects = [
  { depth: 8, width: 8, pictureSize: 16 },
  { depth: 8, width: 16, pictureSize: 32 },
];
const batchSize = 64;
/** Of each: the first compiles and is not counted. */
const steps = 4;
/** The second network is left out on a device that would take longer over it, in milliseconds a step. */
const tooSlow = 40;

/** How long a step of small networks takes on the engine that has started: the fastest of a few. */
export async function measureSpeed(): Promise<MeasuredStep[]> {
  const measured: MeasuredStep[] = [];
  for (const { depth, width, pictureSize } of subjects) {
    if (measured.some(({ ms }) => ms > tooSlow)) break;
    const ms = await timeStep(depth, width, pictureSize);
    measured.push({ network: { depth, width }, pictureSize, batchSize, ms });
  }
  return measured;
}

async function timeStep(depth: number, width: number, size: number): Promise<number> {
  const recipe: Recipe = {
    ...{ steps, batchSize, learningRate: 0.01, schedule: constantRate },
    ...{ momentum: 0.9, weightDecay: 0, seed: 1 },
  };
  const shape = { ...asInThePaper, id: 'measured', kind: 'residual', depth, width } as const;
  const learner = createLearner(shape, recipe);
  const pictures = tf.randomNormal<tf.Rank.R4>([batchSize, size, size, 3], 0, 1, 'float32', 1);
  const labels = tf.zeros<tf.Rank.R1>([batchSize], 'int32');
  let fastest = Infinity;
  try {
    for (let step = 0; step < steps; step++) {
      const started = performance.now();
      await learner.step({ pictures, labels }, { learningRate: 0.01 });
      if (step > 0) fastest = Math.min(fastest, performance.now() - started);
    }
  } finally {
    tf.dispose([pictures, labels]);
    learner.dispose();
  }
  return fastest;
}
