import { expect, test } from 'vitest';
import { findNumbers } from '../../../src/pages/ledger/findNumbers.ts';
import { readBlocks } from '../../../src/pages/ledger/readBlocks.ts';

/** The numbers of a paragraph that need a claim; `$…$` is an equation, `…` in backticks is code. */
function claimsIn(text: string): string[] {
  return numbersOf(text)
    .filter(({ excuse }) => !excuse)
    .map((number) => number.text);
}

function numbersOf(text: string) {
  const html = text
    .replaceAll(
      /\$([^$]+)\$/g,
      '<span class="katex"><annotation encoding="application/x-tex">$1</annotation></span>',
    )
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
  return readBlocks(`<p>${html}</p>`).flatMap(findNumbers);
}

test.each([
  ['its test error is 76.2 %', ['76.2 %']],
  ['its test error is 76.2', ['76.2']],
  ['56 layers did worse than 20', ['56', '20']],
  ['a 20-layer network', ['20']],
  ['it has 21,797,672 parameters', ['21,797,672']],
  ['In 2015 they found', ['2015']],
  ['stage 4 has 60 % of them', ['60 %']],
  ['at step 400', ['400']],
  ['lesson 76.2', ['76.2']],
  ['1 layer, 1 % and 0.1', ['1', '1 %', '0.1']],
  ['2 pictures of 32×32 pixels', ['2', '32', '32']],
  ['16–19 layers', ['16', '19']],
  ['$E = 76.2$ and $E = 76$ and $E = 76\\,\\%$', ['76.2', '76', '76 %']],
  ['$E = 10^{-4}$', ['10⁻⁴']],
  ['`error = 6 %`', ['6 %']],
  ['0.762 = 0.762', ['0.762', '0.762']],
  ['alone, then with fifteen others', ['fifteen']],
  ['fewer than one in two hundred', ['two hundred']],
  ['three times as long, with three blocks', ['three']],
  ['21.8 million parameters in `ten` of $ten$', ['21.8']],
  ['$0.381 \\times 2 = 76.2\\,\\%$', ['76.2 %']],
])('“%s” claims %s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims);
});

test.each([
  ['ResNet-34, CIFAR-10, top-5, conv1', 'name'],
  ['lessons 3 and 4, Table 2, stages 2, 3 and 4, Layers 4 to 19, Hint 1', 'place'],
  ['equations (7.1) to (7.4), section 3.3', 'place'],
  ['mean 0 and variance 1', 'unit'],
  ['3×3, 3 × 3, stride 2, padding 3', 'kernel'],
  ['$6n + 2$', 'formula'],
  ['$18C^2 + 4C$', 'formula'],
  ['`[2, 64, 56, 56]`', 'code'],
  ['$64 \\times 128 = 8{,}192$', 'sum'],
  ['$1.1^{10} \\approx 2.6$', 'sum'],
  ['230,144 − 8,448 = 221,696', 'sum'],
  ['15 minutes', 'time'],
])('%s is no claim: %s', (text, excuse) => {
  const found = numbersOf(text).map((number) => number.excuse);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found)).toEqual(new Set([excuse]));
});

test('a sum that is wrong is a problem', () => {
  const problems = numbersOf('$64 \\times 128 = 8{,}193$').flatMap(({ problem }) => problem ?? []);
  expect(new Set(problems)).toEqual(
    new Set(['“64 × 128 = 8,193” is wrong: the left side is 8192.']),
  );
});

test('of a formula that ends in numbers only their sides are a sum', () => {
  const numbers = numbersOf('$F(x) = H(x) - x = 4.5 - 5 = -0.5$');
  expect(numbers.map(({ text, excuse }) => `${text} ${excuse}`)).toEqual([
    ...['4.5 sum', '5 sum', '0.5 sum'],
  ]);
});

test('a number under the heading “lesson” is a place', () => {
  const table =
    '<table><thead><tr><th>symbol</th><th>lesson</th></tr></thead><tbody><tr><td>7 of them</td><td>5</td></tr></tbody></table>';
  const [seven, five] = readBlocks(table).flatMap(findNumbers);
  expect([seven?.excuse, five?.excuse]).toEqual([undefined, 'place']);
});
