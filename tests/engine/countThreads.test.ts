import { expect, test } from 'vitest';
import { countThreads } from '../../src/engine/countThreads.ts';

test('half of the cores, never more than were measured; the second of two is only tried', () => {
  const cores = [1, 2, 3, 4, 6, 8, 64];
  expect(cores.map((count) => countThreads(count).usual)).toEqual([1, 1, 1, 2, 3, 4, 4]);
  expect(cores.map((count) => countThreads(count).all)).toEqual([1, 2, 1, 2, 3, 4, 4]);
});
