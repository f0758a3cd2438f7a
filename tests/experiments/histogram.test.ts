import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import type { HistogramExperiment, HistogramFinding } from '../../src/contract/experiments.ts';
import { histogram } from '../../src/experiments/histogram.ts';
import { collect, fakePictures } from './fakePictures.ts';

const settings: HistogramExperiment = {
  seed: 1,
  channel: 2,
  batchSize: 4,
  batches: 3,
  pictures: 8,
  pictureSize: 6,
  scale: 2,
  offset: 10,
  mode: 'train',
};

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

const run = async (changes: Partial<HistogramExperiment> = {}) => {
  const findings = await collect(
    histogram({ ...settings, ...changes }, { pictures: fakePictures }),
  );
  const values = findings.at(-1) as Extract<HistogramFinding, { type: 'values' }>;
  const steps = findings.slice(0, -1) as Extract<HistogramFinding, { type: 'statistics' }>[];
  return { values, steps };
};
const mean = (values: Float32Array) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: Float32Array) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

test('in training mode the output has mean β and standard deviation γ', async () => {
  const before = tf.memory().numTensors;
  const { values } = await run();
  expect(values.before).toHaveLength(4 * 36);
  expect(mean(values.after)).toBeCloseTo(10, 4);
  expect(deviation(values.after)).toBeCloseTo(2, 4);
  expect(tf.memory().numTensors).toBe(before);
});

test('the running statistics move a tenth of the way at each batch', async () => {
  const { steps } = await run();
  let running = { mean: 0, variance: 1 };
  for (const { own, running: measured } of steps) {
    running = {
      mean: 0.9 * running.mean + 0.1 * own.mean,
      variance: 0.9 * running.variance + 0.1 * own.variance,
    };
    expect(measured.mean).toBeCloseTo(running.mean, 5);
    expect(measured.variance).toBeCloseTo(running.variance, 5);
  }
});

test('in evaluation mode the output follows from the running statistics', async () => {
  const { values, steps } = await run({ mode: 'eval' });
  const { mean: centre, variance } = steps.at(-1)!.running;
  const expected = values.before.map((x) => (2 * (x - centre)) / Math.sqrt(variance + 1e-5) + 10);
  for (const [index, value] of values.after.entries())
    expect(value).toBeCloseTo(expected[index]!, 4);
});
