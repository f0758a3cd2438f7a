import { expect, test } from 'vitest';
import { markOf, parseProgress } from '../../src/page/readingProgress.ts';

test('a contents list says how far a lesson was read', () => {
  expect([0, 0.004, 0.386, 0.98, 1].map(markOf)).toEqual([
    '',
    '0 % read',
    '39 % read',
    'read',
    'read',
  ]);
});

test.each([
  [null, {}],
  ['{"residual":0.5}', { residual: 0.5 }],
  ['{"residual":"half","block":2,"gradients":-1,"batchnorm":1}', { batchnorm: 1 }],
  ['[0.5', {}],
  ['null', {}],
  ['7', {}],
])('%s is read without trust', (stored, progress) => {
  expect(parseProgress(stored)).toEqual(progress);
});
