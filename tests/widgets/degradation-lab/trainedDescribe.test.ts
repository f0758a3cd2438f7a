import { expect, test } from 'vitest';
import type { NetworkConfig } from '../../../src/contract/runConfig.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import {
  blockSentence,
  confusion,
  errorOf,
  guessesOf,
  lesionSummary,
  nextMistake,
  termsOf,
} from '../../../src/widgets/degradation-lab/trained/describe.ts';
import { lesionsOf, sortedWith } from '../../../src/widgets/degradation-lab/trained/examples.ts';
import { noAnswers } from '../../../src/widgets/degradation-lab/trained/trainedStore.ts';

const { config } = runWith({ 'plain-14': 0.5, 'residual-14': 0.4 });
const [plain, residual] = config.networks as [NetworkConfig, NetworkConfig];
/** 20 pictures, of which numbers 0, 3, 6, … are taken for dogs: 7, of which one is a dog (15). */
const sorted = sortedWith(3);

test('the table counts every picture once, and its diagonal is what is right', () => {
  const counts = confusion(sorted);
  expect(counts.flat().reduce((a, b) => a + b)).toBe(20);
  expect(counts[0]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  expect(counts[5]).toEqual([0, 0, 0, 0, 0, 2, 0, 0, 0, 0]);
  const right = counts.reduce((sum, row, label) => sum + row[label]!, 0);
  expect(errorOf(sorted)).toBeCloseTo(1 - right / 20);
  expect(errorOf(sorted)).toBeCloseTo(6 / 20);
});

test('the next mistake comes after the picture, and begins again after the last', () => {
  expect([0, 12, 18].map((picture) => nextMistake(sorted, picture))).toEqual([3, 18, 0]);
  const flawless = { ...sorted, guesses: sorted.labels };
  expect(nextMistake(flawless, 4)).toBe(4);
});

test('a summary waits for every block, and leaves out what cannot be removed', () => {
  const lesions = lesionsOf(plain, 0.9, 0.4);
  expect(lesions.map(({ testError }) => testError === null)).toEqual([
    ...[false, false, true, false, true, false],
  ]);
  expect(lesionSummary(plain, { ...noAnswers, sorted, lesions: lesions.slice(1) })).toBeNull();
  const summary = lesionSummary(plain, { ...noAnswers, sorted, lesions });
  expect(summary?.worst).toBeCloseTo(0.9);
  expect(summary?.middle).toBeCloseTo((lesions[1]!.testError! + lesions[3]!.testError!) / 2);
});

test.each([
  [residual, 0, /^Without block 1: 60 % test error instead of 30 % \(its shortcut is left\)\.$/],
  [residual, 2, /it changes the shape, so its shortcut/],
  [plain, 1, /its input goes to the next block/],
  [plain, 2, /^Block 3 halves the picture .* so it cannot be removed\.$/],
])('what is said of a block follows from what it is: $0.id, $1', (network, block, says) => {
  const answers = { ...noAnswers, sorted, lesions: lesionsOf(network, 0.6, 0.3) };
  expect(blockSentence(network, block, answers)).toMatch(says);
});

test('the equation has the terms that the block has', () => {
  const names = (network: NetworkConfig, block = 0) =>
    termsOf(network, block).map(({ sign, name }) => `${sign} ${name}`.trim());
  expect(names(plain)).toEqual(['F(x)', 'ReLU y']);
  expect(names(residual)).toEqual(['x', '+ F(x)', 'ReLU y']);
  expect(names({ ...residual, shortcut: 'B' }, 2)).toEqual(['Wx', '+ F(x)', 'ReLU y']);
  expect(names({ ...residual, preActivation: true })).toEqual(['x', '+ F(x)', '= y']);
});

test('the likeliest class comes first', () => {
  const [first, second] = guessesOf([0.1, 0, 0.2, 0.6, 0, 0.1, 0, 0, 0, 0]);
  expect([first, second]).toEqual([
    { name: 'cat', probability: 0.6 },
    { name: 'bird', probability: 0.2 },
  ]);
});
