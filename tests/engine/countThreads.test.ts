import { expect, test } from 'vitest';
import { countThreads } from '../../src/engine/countThreads.ts';

test('half of the cores, never more than were measured', () => {
  expect([1, 2, 3, 4, 6, 8, 64].map(countThreads)).toEqual([1, 1, 1, 2, 3, 4, 4]);
});
