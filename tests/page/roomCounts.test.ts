import { expect, test } from 'vitest';
import { clamp, leading, press } from '../../src/page/classroom/room/counts.ts';

test('a letter counts one for its choice, with Shift it takes one back, never below none', () => {
  expect(press([0, 2, 0], { key: 'b', shiftKey: false })).toEqual([0, 3, 0]);
  expect(press([0, 2, 0], { key: 'B', shiftKey: true })).toEqual([0, 1, 0]);
  expect(press([0, 2, 0], { key: 'A', shiftKey: true })).toEqual([0, 2, 0]);
});

test.each(['d', 'Enter', 'Backspace', '1', ' '])('the key %s counts nothing of three', (key) => {
  expect(press([1, 1, 1], { key, shiftKey: false })).toBeUndefined();
});

test('what is typed becomes a whole number of votes, and a tie has no leader', () => {
  expect([NaN, -3, 2.4, 1e9].map(clamp)).toEqual([0, 0, 2, 9999]);
  expect(
    [
      [0, 0],
      [2, 2, 1],
      [1, 4, 2],
    ].map(leading),
  ).toEqual([null, null, 1]);
});
