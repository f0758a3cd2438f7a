import { expect, test } from 'vitest';
import { parseAnswers } from '../../src/page/checkAnswers.ts';

test.each([
  [null, {}],
  ['{"residual/check-a":[0,2]}', { 'residual/check-a': [0, 2] }],
  ['{"a":"0","b":[0.5],"c":null,"d":[1]}', { d: [1] }],
  ['[[0]]', { 0: [0] }],
  ['null', {}],
  ['no JSON', {}],
])('stored answers %s are read without trust', (stored, answers) => {
  expect(parseAnswers(stored)).toEqual(answers);
});
