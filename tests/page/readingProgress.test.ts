import { expect, test } from 'vitest';
import { markOf, parseProgress, seenBefore } from '../../src/page/readingProgress.ts';

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
  ['{"block":{"seen":["top"],"of":3}}', { block: { seen: ['top'], of: 3 } }],
  [
    '{"a":{"seen":[1],"of":3},"b":{"seen":["x","y"],"of":1},"c":{"of":2},"d":{"seen":[],"of":0},"e":[],"f":null}',
    {},
  ],
  ['[0.5', {}],
  ['null', {}],
  ['7', {}],
])('%s is read without trust', (stored, progress) => {
  expect(parseProgress(stored)).toEqual(progress);
});

const ids = ['top', 'one', 'two', 'summary'];

test.each([
  ['nothing', undefined, []],
  ['a share scrolled to: the sections it covered whole', 0.6, ['top', 'one']],
  ['a lesson that was read to its end', 0.98, ids],
  ['sections, of which one is no more', { seen: ['gone', 'two'], of: 4 }, ['two']],
])('of old progress is kept: %s', (_, read, kept) => {
  expect(seenBefore(read, ids)).toEqual(kept);
});
