import { expect, test } from 'vitest';
import { samples } from '../../../../content/samples.ts';
import {
  options,
  outcomeOf,
  question,
} from '../../../../src/widgets/classifier/answer/prediction.ts';
import { answeredWith, card } from '../../../../src/widgets/classifier/exampleAnswer.ts';

test('there is an option for every sample', () => {
  expect(question).toMatch(/three/);
  expect(options).toHaveLength(samples.length);
});

test('a sample that is named right decides nothing, one that is named wrong decides it', () => {
  const espresso = answeredWith(0.8, 0.1, 0.1);
  expect(outcomeOf('coffee', card, espresso)).toBeNull();
  expect(outcomeOf('rocket', card, espresso)).toEqual({
    right: 1,
    says: 'It takes a rocket at its launch for “espresso”, with 80 % of the probability.',
  });
});

test('a picture of the reader’s own, or no answer yet, decides nothing', () => {
  expect(outcomeOf(null, card, answeredWith(0.8, 0.1, 0.1))).toBeNull();
  expect(outcomeOf('rocket', card, null)).toBeNull();
});
