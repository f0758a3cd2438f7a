import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import type { Lack } from '../../scripts/lint/baseline.ts';
import { findNewApis } from '../../scripts/lint/newApis.ts';
import { findNewStyles } from '../../scripts/lint/newStyles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixture = 'tests/lint/fixture/baseline/';

/** What runs in the reader's browser: src/pages runs at build time, in Node. */
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => !file.startsWith('pages') && !/assembly/.test(file))
  .map((file) => path.join(root, 'src', file));
const scripts = sources.filter((file) => /\.tsx?$/.test(file));
const sheets = sources.filter((file) => file.endsWith('.css'));

const lineOf = ({ at }: Lack) => Number(at.split(':').pop());
const linesOf = (file: string) =>
  readFileSync(path.join(root, fixture, file), 'utf8')
    .trim()
    .split('\n')
    .map((_, index) => index + 1);

/** WebGPU, of which nothing runs where `findAdapter` finds none (src/engine/ladder/inspectWebgpu.ts). */
const askedFor = /^GPU[A-Z.]/;

// TypeScript reads the whole of src for it.
test('scripts use nothing that a browser of the baseline lacks', () => {
  expect(scripts.length).toBeGreaterThan(300);
  const faulty = ['later.ts', 'earlier.ts'].map((file) => path.join(root, fixture, file));
  const found = findNewApis(root, [...scripts, ...faulty]);
  const [known, own] = [true, false].map((isFixture) =>
    found.filter(({ at }) => at.startsWith(fixture) === isFixture),
  ) as [Lack[], Lack[]];
  expect(own.filter(({ feature }) => !askedFor.test(feature))).toEqual([]);
  // So that it is known to find what there is: a fault on each line of the one, none in the other.
  expect(known.filter(({ at }) => at.includes('earlier'))).toEqual([]);
  expect(known.map(lineOf)).toEqual(linesOf('later.ts'));
});

/** Without them the page only looks or prints a little plainer. */
const harmless = [
  ...['text-wrap', 'text-wrap: balance', 'text-wrap: pretty', '@view-transition'],
  // Off the screen, figures are drawn and values move.
  ...['content-visibility', 'content-visibility: auto', 'contain-intrinsic-size'],
  // On paper, folds stay as the reader left them.
  ...['::details-content', 'content-visibility: visible', 'print-color-adjust: exact'],
  'break-after: avoid',
  // Where there are no forced colours.
  ...['forced-color-adjust', 'forced-color-adjust: none'],
  // A figure on the full screen is as large as on the page.
  'zoom',
  // What keeps no place as the page changes keeps none as a card moves.
  ...['overflow-anchor', 'overflow-anchor: none'],
];

test('styles ask first, with @supports, or do without', () => {
  expect(sheets.length).toBeGreaterThan(20);
  const found = findNewStyles(root, sheets);
  expect(found.filter(({ feature }) => !harmless.includes(feature))).toEqual([]);
  const [later, earlier] = ['later.css', 'earlier.css'].map((file) =>
    findNewStyles(root, [path.join(root, fixture, file)]).map(lineOf),
  );
  expect(new Set(later)).toEqual(new Set(linesOf('later.css')));
  expect(earlier).toEqual([]);
});

test.each(['before-paint', 'open-answered'])('%s.js is such as every browser can read', (name) => {
  const code = readFileSync(path.join(root, `public/scripts/${name}.js`), 'utf8');
  const config = { languageOptions: { ecmaVersion: 5, sourceType: 'script' } } as const;
  expect(new Linter().verify(code, config)).toEqual([]);
});
