import { expect, test } from 'vitest';
import { countSolved } from '../../../src/page/exercises/followProgress.ts';

const begun = (exercise: string) => ({ exercise, version: 1, answer: 'x', changedAt: 1 });
const solved = (exercise: string) => ({ ...begun(exercise), solvedAt: 1 });

test.each([
  [['a', 'b', 'c'], [], ''],
  [['a', 'b', 'c'], [solved('of another lesson')], ''],
  [['a', 'b', 'c'], [begun('a')], '0 of 3 exercises solved'],
  [['a', 'b', 'c'], [begun('a'), solved('b'), solved('c')], '2 of 3 exercises solved'],
  [['a'], [begun('a')], 'exercise begun'],
  [['a'], [solved('a')], 'exercise solved'],
])('of the exercises %j, %j are "%s"', (exercises, answers, says) => {
  expect(countSolved(exercises, answers)).toBe(says);
});
