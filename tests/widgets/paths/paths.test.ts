import { expect, test } from 'vitest';
import { digits, sayPath, share, takeaway } from '../../../src/widgets/paths/describe.ts';
import {
  countPaths,
  lengthShown,
  middleOf,
  peaks,
  sumOver,
  turns,
} from '../../../src/widgets/paths/paths.ts';
import { prediction } from '../../../src/widgets/paths/prediction.ts';

/** Goes through every path of a small network, one by one. */
function walkAll(blocks: number, scale: number) {
  const sums = Array.from({ length: blocks + 1 }, () => ({ paths: 0, gradient: 0 }));
  for (let path = 0; path < 2 ** blocks; path++) {
    let length = 0;
    let gradient = 1;
    for (let block = 0; block < blocks; block++) {
      if (!((path >> block) & 1)) continue;
      length += 1;
      gradient *= scale;
    }
    const sum = sums[length]!;
    sum.paths += 1;
    sum.gradient += gradient;
  }
  return sums;
}

test.each([
  [1, 0.5],
  [7, 0.1],
  [10, 1.3],
])('%i blocks with r = %f: the formula agrees with walking every path', (blocks, scale) => {
  const walked = walkAll(blocks, scale);
  const whole = walked.reduce((sum, { gradient }) => sum + gradient, 0);
  expect(whole).toBeCloseTo((1 + scale) ** blocks, 6);
  for (const [length, one] of countPaths(blocks, scale).entries()) {
    expect(one.paths).toBe(walked[length]!.paths);
    expect(one.gradientShare).toBeCloseTo(walked[length]!.gradient / whole, 10);
  }
});

test('both shares add up to one at every setting of the sliders', () => {
  for (let blocks = 1; blocks <= 54; blocks++) {
    for (const scale of [0.05, 0.5, 1, 2]) {
      const lengths = countPaths(blocks, scale);
      expect(sumOver(lengths, [0, blocks], 'pathShare')).toBeCloseTo(1, 9);
      expect(sumOver(lengths, [0, blocks], 'gradientShare')).toBeCloseTo(1, 9);
    }
  }
});

test('the peak moves with r, and at r = 1 the paths carry what they count', () => {
  const found = [0.1, 0.25, 0.5, 1, 2].map((scale) =>
    peaks(countPaths(54, scale), 'gradientShare'),
  );
  expect(found).toEqual([[4, 5], [10, 11], [18], [27], [36]]);
  expect(peaks(countPaths(54, 0.1), 'pathShare')).toEqual([27]);
  expect(middleOf(countPaths(54, 1), 'gradientShare')).toEqual(
    middleOf(countPaths(54, 1), 'pathShare'),
  );
});

const said = (blocks: number, scale: number) => takeaway(countPaths(blocks, scale)).text;

test('the takeaway says what the lesson’s table says, and compares with the paper at its depth only', () => {
  expect(said(10, 0.1)).toMatch(/through 5 are .*, but the largest .* through 0 or 1\./);
  expect(said(10, 0.1)).not.toMatch(/Veit/);
  expect(said(54, 0.25)).toMatch(/through 5 to 17, which carry 9\d % in the model/);
  expect(said(54, 1)).toMatch(/most numerous paths, through 27/);
});

test('the takeaway’s number is how few paths carry most of the gradient', () => {
  expect(takeaway(countPaths(10, 0.1))).toMatchObject({
    key: '17 %',
    text: expect.stringMatching(
      /^17 % of the paths carry 99 % of the gradient: those through 0 to 3 branches\./,
    ) as string,
  });
  expect(takeaway(countPaths(54, 0.25)).key).toBe('0.45 %');
});

test('a path is drawn that goes through as many branches as it says', () => {
  for (const blocks of [1, 7, 54])
    for (let length = 0; length <= blocks; length++)
      expect(turns(blocks, length).filter(Boolean)).toHaveLength(length);
  const lengths = countPaths(10, 0.1);
  expect([lengthShown(lengths, null), lengthShown(lengths, 7)]).toEqual([1, 7]);
  expect(sayPath(lengths[3]!, 10)).toBe(
    'One of the 120 paths of length 3: through 3 branches, around 7.',
  );
  expect(sayPath(lengths[0]!, 10)).toBe('The one path of length 0: through no branch, around 10.');
});

test('of the r that can be predicted, the one at which both shapes agree is right', () => {
  const settings = { blocks: 10, scale: 1 };
  const { right } = prediction.outcome({ settings })!;
  expect(right).toBe(prediction.options.indexOf('r = 1'));
});

test.each([
  [1024, '1,024'],
  [2 ** 54, '1.8 × 10¹⁶'],
  [0.1, '0.10'],
  [1e-10, '1.0 × 10⁻¹⁰'],
  [0, '0'],
])('%f is written %s', (value, text) => expect(digits(value)).toBe(text));

test('small shares keep their digits', () => {
  expect([0.943, 0.0042, 1e-7].map(share)).toEqual(['94 %', '0.42 %', '1.0 × 10⁻⁵ %']);
});
