import { expect, test } from 'vitest';
import { findGap } from '../../../src/exercises/editor/findGap.ts';
import { indentOf } from '../../../src/exercises/editor/hangingIndent.ts';

test('the first line of three dots alone is what the reader replaces', () => {
  const program = 'shape = x[..., 0]\ndef f():\n    # ...\n    ...\n\ndef g():\n    ...\n';
  const gap = findGap(program);
  expect(gap).toEqual({ from: 41, to: 44 });
  expect(program.slice(gap?.from, gap?.to)).toBe('...');
  expect(program.slice(0, gap?.from).split('\n')).toHaveLength(4);
  expect(findGap('x = [...]')).toBeUndefined();
});

test.each([
  ['x', { spaces: 0, steps: 0 }],
  ['', { spaces: 0, steps: 0 }],
  ['    x', { spaces: 4, steps: 1 }],
  ['\t\tx', { spaces: 2, steps: 2 }],
  ['      x', { spaces: 6, steps: 1 }],
  [' '.repeat(40), { spaces: 40, steps: 4 }],
])('%j is indented', (text, indent) => {
  expect(indentOf(text)).toEqual(indent);
});
