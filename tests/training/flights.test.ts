import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { BatchTensors } from '../../src/training/batch.ts';
import { createFlights } from '../../src/training/flights.ts';
import type { Learner } from '../../src/training/learner.ts';

const how = { learningRate: 0.1 };
let batch: BatchTensors;

beforeAll(async () => {
  await tf.setBackend('cpu');
  batch = { pictures: tf.zeros([1, 1, 1, 3]), labels: tf.zeros([1], 'int32') };
});

/** A learner whose nth step has a loss of n. */
function counting(): Learner {
  let steps = 0;
  return { launch: () => tf.tensor1d([++steps, 0.5, 7]) } as unknown as Learner;
}

/** Flights on a clock that the test sets. */
function open(losable: boolean) {
  const clock = { ms: 0, start: () => undefined, stop: () => undefined, total: () => clock.ms };
  const flights = createFlights({ losable }, clock);
  const learner = counting();
  const start = (step: number) => flights.start({ learner, step, endsStep: true }, batch, how);
  return { clock, flights, start };
}

test('steps land in their order, each with its numbers, and their tensors go', async () => {
  const before = tf.memory().numTensors;
  const { flights, start } = open(true);
  for (const step of [1, 2, 3]) start(step);
  expect(flights.oldest?.step).toBe(1);
  const first = await flights.land();
  expect(first).toMatchObject({ step: 1, loss: 1, trainError: 0.5, gradients: [7] });
  expect(await flights.land()).toMatchObject({ step: 2, loss: 2 });
  expect([flights.count, tf.memory().numTensors - before]).toEqual([1, 1]);
  await flights.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a GPU may have as many in the air as it computes in a tenth of a second, and 8 at most', async () => {
  const { clock, flights, start } = open(true);
  const landAfter = async (ms: number) => {
    start(1);
    clock.ms += ms;
    await flights.land();
    return flights.allowed;
  };
  expect(flights.allowed).toBe(0); // Nobody knows yet how long it takes.
  expect(await landAfter(30)).toBe(3);
  expect(await landAfter(370)).toBe(0);
  expect(await landAfter(2)).toBe(0);
  for (let i = 0; i < 97; i++) await landAfter(0);
  expect(flights.allowed).toBe(8);
});

test('the processor has none: it is done when it is asked', async () => {
  const { flights, start } = open(false);
  start(1);
  await flights.land();
  expect(flights.allowed).toBe(0);
});

test('what cannot be read is heard where it lands, and leaves nothing behind', async () => {
  const before = tf.memory().numTensors;
  const flights = createFlights({ losable: true }, { ...open(true).clock });
  const launch = () => {
    const numbers = tf.tensor1d([1, 0]);
    numbers.data = () => Promise.reject(new Error('The device was lost.'));
    return numbers;
  };
  const learner = { launch } as unknown as Learner;
  for (const step of [1, 2]) flights.start({ learner, step, endsStep: true }, batch, how);
  await expect(flights.land()).rejects.toThrow('The device was lost.');
  await flights.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
