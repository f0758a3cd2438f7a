import { expect, test } from 'vitest';
import { countThreads } from '../../src/engine/countThreads.ts';

test('both of two cores, half of more, never more than were measured', () => {
  expect([1, 2, 3, 4, 6, 8, 64].map(countThreads)).toEqual([1, 2, 2, 2, 3, 4, 4]);
});
