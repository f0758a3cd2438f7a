import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { selectorsIn } from './selectors.ts';

const sheets = readdirSync('src/widgets', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, widget: file.split(path.sep)[0]! }));

test('selectors are found one by one, inside conditions too', () => {
  const css = `
    .a :is(b, c), .d { color: red }
    @media print { @container x (width > 1px) { .e { color: red } } }
    @keyframes f { from { top: 0 } 50%, to { top: 1px } }`;
  expect(selectorsIn(css)).toEqual(['.a :is(b, c)', '.d', '.e']);
});

test.each(sheets)('the rules of $file are for $widget alone', ({ file, widget }) => {
  const selectors = selectorsIn(readFileSync(path.join('src/widgets', file), 'utf8'));
  expect(selectors).not.toEqual([]);
  const own = new RegExp(`^(\\.figure-frame)?\\.${widget}(?![\\w-])`);
  expect(selectors.filter((selector) => !own.test(selector))).toEqual([]);
});

test('every widget with styles of its own is looked at', () => {
  expect(new Set(sheets.map(({ widget }) => widget)).size).toBeGreaterThanOrEqual(12);
});
