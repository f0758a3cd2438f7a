import path from 'node:path';
import { expect, test } from 'vitest';
import { findCircles } from '../../scripts/lint/circles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixture = 'tests/lint/fixture/';

test('a circle is found through values, types and import()', () => {
  expect(findCircles(path.join(root, fixture), ['src', 'content'])).toEqual([
    ['src/lib/chicken.ts', 'src/lib/egg.ts'],
    ['src/lib/later.ts', 'src/lib/sooner.ts'],
    ['src/lib/shape.ts', 'src/lib/size.ts'],
  ]);
});

test('no file reaches itself over its imports', () => {
  const circles = findCircles(root, ['src', 'content', 'scripts', 'tests']);
  expect(circles.filter(([file]) => !file?.startsWith(fixture))).toEqual([]);
});
