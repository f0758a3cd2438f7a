import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataError } from '../../../src/data/download/dataError.ts';
import {
  createTrainStream,
  type TrainStreamOptions,
} from '../../../src/data/cifar10/trainStream.ts';
import { baseUrl, rejection, serveFakeSite, type FakeSite } from '../fakeSite.ts';

let site: FakeSite;

beforeEach(() => {
  site = serveFakeSite();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function stream(changes: Partial<TrainStreamOptions> = {}) {
  return createTrainStream({
    ...{ manifest: site.manifest, baseUrl, pictureSize: 4, batchSize: 4, seed: 1 },
    ...{ shift: 0, flip: false },
    ...changes,
  });
}

type Stream = ReturnType<typeof stream>;

async function take(batches: Stream, count: number, first = 1) {
  const taken = [];
  for (let i = 0; i < count; i++) taken.push(await batches.batchAt(first + i));
  return taken;
}

/** The numbers of the pictures in a batch: all their values are that number. */
function numbersIn({ pictures }: { pictures: Float32Array }): number[] {
  const length = 4 * 4 * 3;
  return Array.from({ length: pictures.length / length }, (_, row) =>
    Math.round(pictures[row * length]!),
  );
}

test('batches have the pictures and their labels, at the size asked for', async () => {
  const { pictures, labels } = await stream().batchAt(1);
  expect(pictures).toBeInstanceOf(Float32Array);
  expect(pictures.length).toBe(4 * 4 * 4 * 3);
  expect(labels).toBeInstanceOf(Int32Array);
  const numbers = numbersIn({ pictures });
  expect([...labels]).toEqual(numbers.map((number) => number % 10));
  expect(pictures.every((value, i) => Math.abs(value - numbers[Math.floor(i / 48)]!) < 1e-4)).toBe(
    true,
  );
});

test('an epoch shows each picture once, and the next one again', async () => {
  const batches = await take(stream(), 10);
  for (const epoch of [batches.slice(0, 5), batches.slice(5)]) {
    const numbers = epoch.flatMap(numbersIn).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i));
  }
});

test('a seed repeats every value, whatever the network does', async () => {
  const options = { shift: 1, flip: true, batchSize: 6 };
  const quick = await take(stream(options), 12);
  let turn = 0;
  site.intercept = async () => {
    await new Promise((resolve) => setTimeout(resolve, [30, 1, 15][turn++ % 3]));
    return undefined;
  };
  expect(await take(stream(options), 12)).toEqual(quick);
  expect(await take(stream({ ...options, prefetch: 0 }), 12)).toEqual(quick);
  expect(await take(stream({ ...options, seed: 2 }), 12)).not.toEqual(quick);
});

test('flips and shifts change the pictures and not their order', async () => {
  const plain = await take(stream(), 5);
  const moved = await take(stream({ shift: 2, flip: true }), 5);
  expect(moved.map(({ labels }) => labels)).toEqual(plain.map(({ labels }) => labels));
  expect(moved).not.toEqual(plain);
});

test('the first batch needs only the first shard; the others come two ahead', async () => {
  site = serveFakeSite([7, 5, 8, 6, 4]);
  site.intercept = (file) => (file === 'train-0.bin' ? undefined : new Promise(() => undefined));
  const batches = stream();
  // Nothing holds it up on a slow line.
  expect(site.requests).toEqual(['train-0.bin']);
  expect(numbersIn(await batches.batchAt(1)).every((number) => number < 7)).toBe(true);
  expect(site.requests).toEqual(['train-0.bin', 'train-1.bin', 'train-2.bin']);
});

test('tells how much has come of what it waits for, and nothing when it needs not wait', async () => {
  const heard: { receivedBytes: number; totalBytes: number }[] = [];
  const batches = stream({ onWaiting: (bytes) => heard.push(bytes) });
  await batches.batchAt(1);
  expect(heard[0]).toEqual({ receivedBytes: 0, totalBytes: 7 * 3073 });
  expect(heard.at(-1)).toEqual({ receivedBytes: 7 * 3073, totalBytes: 7 * 3073 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const before = heard.length;
  await take(batches, 8);
  expect(heard).toHaveLength(before);
});

test('each shard is fetched once', async () => {
  await take(stream(), 12);
  expect(site.requests).toEqual(['train-0.bin', 'train-1.bin', 'train-2.bin']);
});

test('a shard missing half-way fails when it is needed; once it is there the stream goes on', async () => {
  const whole = await take(stream({ shift: 1, flip: true }), 6);
  const file = site.files.get('train-1.bin')!;
  site.files.delete('train-1.bin');
  const batches = stream({ shift: 1, flip: true });
  expect(await batches.batchAt(1)).toEqual(whole[0]);

  const error = await rejection<DataError>(batches.batchAt(2));
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toMatch(/train-1\.bin, a file of CIFAR-10 pictures, is missing/);

  site.files.set('train-1.bin', file);
  expect(await take(batches, 5, 2)).toEqual(whole.slice(1));
});

test('a step asked for again, or first, has the same pictures, flipped and moved alike', async () => {
  for (const flip of [true, false]) {
    const options = { shift: 2, flip, batchSize: 6 };
    const batches = stream(options);
    const whole = await take(batches, 9);
    expect(await take(batches, 6, 3)).toEqual(whole.slice(2, 8));
    expect(await stream(options).batchAt(8)).toEqual(whole[7]);
  }
});

test('aborting ends a wait and every later one', async () => {
  site.intercept = () => new Promise(() => undefined);
  const controller = new AbortController();
  const batches = stream({ signal: controller.signal });
  const waiting = rejection(batches.batchAt(1));
  controller.abort();
  expect((await waiting).name).toBe('AbortError');
  expect((await rejection(batches.batchAt(1))).name).toBe('AbortError');
});
