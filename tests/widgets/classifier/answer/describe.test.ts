import { expect, test } from 'vitest';
import { intact, withWay } from '../../../../src/contract/surgery.ts';
import {
  classNames,
  deviceLine,
  takeaway,
} from '../../../../src/widgets/classifier/answer/describe.ts';
import { withLater } from '../../../../src/widgets/classifier/network/operate.ts';
import {
  answeredWith,
  answerWith,
  card,
} from '../../../../src/widgets/classifier/exampleAnswer.ts';

test('a clear answer is told as an answer, and not as the truth', () => {
  expect(takeaway(card, answeredWith(0.955, 0.03, 0.015))).toBe(
    'The network answers espresso, with 96 % of the probability. That says how far espresso is ahead of the 2 other things it knows, not that it is right.',
  );
});

test('below half of the probability the network is called unsure', () => {
  expect(takeaway(card, answeredWith(0.17, 0.1, 0.09))).toBe(
    'The network is unsure. Its first guess, espresso, gets 17 % of the probability, and beacon gets 10 %: treat them all as guesses.',
  );
});

test('the sentence says what became of the answer', () => {
  const whole = answerWith(0.9, 0.06, 0.04);
  const surgery = withLater(withWay(intact(), 1, 0, 'shortcut'), 2, 1);
  const other = { ...answerWith(0.1, 0.8, 0.1), guesses: [{ index: 1, probability: 0.8 }] };
  expect(takeaway(card, { whole, answer: other, surgery })).toBe(
    'With 1 of 16 blocks changed and the order in 1 of 4 stages changed, the first guess becomes beacon: espresso goes from 90 % to 10 %.',
  );
});

test('where all classes are as likely as each other, there is no guess to speak of', () => {
  const even = { ...answerWith(1 / 3, 1 / 3, 1 / 3), guesses: [] };
  const undecided =
    'each of its 3 classes the same probability, 33.3 %: it has no answer to this picture.';
  expect(takeaway(card, { whole: even, answer: even, surgery: intact() })).toBe(
    `The network gives ${undecided}`,
  );
  const surgery = withWay(intact(), 1, 0, 'branch');
  expect(takeaway(card, { whole: answerWith(0.9, 0.06, 0.04), answer: even, surgery })).toBe(
    `With 1 of 16 blocks changed, the network gives ${undecided}`,
  );
});

test('a class goes by its usual name', () => {
  expect(classNames(card, 1)).toEqual({ name: 'beacon', others: 'lighthouse, beacon light' });
  expect(classNames(card, 0)).toEqual({ name: 'espresso', others: '' });
});

test('the answer says how long it took', () => {
  expect(deviceLine(answerWith(1), 'WebAssembly')).toBe(
    'Live on this device: 164 ms, WebAssembly.',
  );
});
