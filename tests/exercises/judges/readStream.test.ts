import { expect, test } from 'vitest';
import {
  judgeReadStream,
  mostFor,
  noPlace,
  saySum,
  type StreamSum,
} from '../../../src/exercises/judges/experiment/readStream.ts';

const places = [
  'embedding',
  'layers.0.attention',
  'layers.0.mlp',
  'layers.1.attention',
  'layers.1.mlp',
];
const sumOfTerms = (terms: number[]): StreamSum => ({
  ...{ from: 'own', prompt: { a: 3, b: 4, opinion: 9, speaker: 'friend' }, offset: 0.5 },
  terms: places.map((place, i) => ({ place, contribution: terms[i] ?? 0 })),
  difference: terms.reduce((sum, term) => sum + term, 0.5),
});
const agrees = sumOfTerms([1, -0.5, -2.5, 5.5, 6.5]);
const teaches = sumOfTerms([9, -1, -2, -3, -4]);

test('the sublayer that speaks most is judged by the terms, never the embedding', () => {
  const judge = (most: string, sum = agrees) => judgeReadStream({ most }, sum).most;
  expect(mostFor(agrees)?.place).toBe('layers.1.mlp');
  expect(judge('layers.1.mlp')).toMatchObject({ right: true });
  expect(judge('layers.1.attention')).toMatchObject({ right: false });
  expect(judge('layers.0.mlp').says).toContain('speaks against 9');
  expect(judge(noPlace).right).toBe(false);
  expect(mostFor(teaches)).toBeUndefined();
  expect(judge(noPlace, teaches).right).toBe(true);
});

test.each([
  ['4', true, 'leaves +4.00'],
  ['4,01', true, 'leaves +4.00'],
  ['3.5', false, 'the offset'],
  ['10.5', false, 'the whole sum'],
  ['17', false, 'once more'],
  ['−4', false, 'the sign'],
  ['0', false, 'Add up'],
  ['four', undefined, 'Write a number'],
])('what is left is %s: %s, since “%s”', (rest, right, says) => {
  const judged = judgeReadStream({ rest }, agrees).rest;
  expect(judged.right).toBe(right);
  expect(judged.says).toContain(says);
});

test('a largest term decides nothing by itself, on either side of 0', () => {
  const judge = (meaning: 'decides' | 'written' | 'adds', sum: StreamSum) =>
    judgeReadStream({ meaning }, sum).meaning;
  expect(judge('adds', agrees).right).toBe(true);
  expect(judge('written', agrees).right).toBe(false);
  expect(judge('decides', agrees).says).toContain('on the same side');
  const close = sumOfTerms([0, 0, 0, -3, 6]);
  expect(judge('decides', close).says).toContain('on the other side');
  expect(saySum(agrees)).toBe('your reading of “3 plus 4 ? i think it is 9 . friend : answer”');
});
