import { expect, test } from 'vitest';
import { trainOrder } from '../../../src/data/cifar10/trainOrder.ts';

const sizes = [7, 5, 8];
const all = Array.from({ length: 20 }, (_, i) => i);

function epochs(seed: number, count: number): number[][] {
  const order = trainOrder(sizes, seed);
  return Array.from({ length: count }, (_, epoch) => all.map((i) => order(epoch * 20 + i)));
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

test('every epoch shows each picture once', () => {
  for (const epoch of epochs(1, 4)) expect(sorted(epoch)).toEqual(all);
});

test('the first epoch goes shard by shard, shuffled within each', () => {
  const [first = []] = epochs(1, 1);
  expect(sorted(first.slice(0, 7))).toEqual(all.slice(0, 7));
  expect(sorted(first.slice(7, 12))).toEqual(all.slice(7, 12));
  expect(sorted(first.slice(12))).toEqual(all.slice(12));
  expect(first).not.toEqual(all);
});

test('later epochs mix the shards, each in an order of its own', () => {
  const [, second = [], third = []] = epochs(1, 3);
  expect(sorted(second.slice(0, 7))).not.toEqual(all.slice(0, 7));
  expect(second).not.toEqual(third);
});

test('a seed repeats its order, another has another', () => {
  expect(epochs(1, 3)).toEqual(epochs(1, 3));
  expect(epochs(1, 3)).not.toEqual(epochs(2, 3));
});

test('a position has its number, whatever was asked before', () => {
  const [first = [], second = []] = epochs(1, 2);
  const order = trainOrder(sizes, 1);
  expect(order(23)).toBe(second[3]);
  expect(order(4)).toBe(first[4]);
  expect(order(19)).toBe(first[19]);
});
