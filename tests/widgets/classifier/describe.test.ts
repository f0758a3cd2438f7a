import { expect, test } from 'vitest';
import { toCsv } from '../../../src/widgets/classifier/answer/csv.ts';
import {
  classNames,
  deviceLine,
  modelSentence,
  takeaway,
  timeLeft,
  waitingLine,
} from '../../../src/widgets/classifier/describe.ts';
import { answerWith, card } from '../../../src/widgets/classifier/exampleAnswer.ts';

test('a clear answer is told as an answer, and not as the truth', () => {
  expect(takeaway(card, answerWith(0.955, 0.03, 0.015))).toBe(
    'The network answers espresso, with 96 % of the probability. That says how far espresso is ahead of the 2 other things it knows, not that it is right.',
  );
});

test('below half of the probability the network is called unsure', () => {
  expect(takeaway(card, answerWith(0.17, 0.1, 0.09))).toBe(
    'The network is unsure. Its first guess, espresso, gets 17 % of the probability, and beacon gets 10 %: read this as a list of guesses.',
  );
});

test('a class goes by its usual name', () => {
  expect(classNames(card, 1)).toEqual({ name: 'beacon', others: 'lighthouse, beacon light' });
  expect(classNames(card, 0)).toEqual({ name: 'espresso', others: '' });
});

test('the model says how good it is, and the answer how long it took', () => {
  expect(modelSentence(card)).toContain(
    'Of 1,000 pictures that it had never seen, its first guess was right for 43 in 100, one of its five for 68 in 100.',
  );
  const { accuracy: _, ...unmeasured } = card;
  expect(modelSentence(unmeasured)).toContain('How good it is, this page cannot know.');
  expect(deviceLine(answerWith(1), 'WebAssembly')).toBe(
    'Live on this device: 164 ms, WebAssembly.',
  );
});

test('waits are named', () => {
  const waiting = { for: 'weights', receivedBytes: 3.2e6, totalBytes: 21.6e6 } as const;
  expect(waitingLine(waiting)).toBe('Fetching the network: 3.2 of 21.6 MB…');
  expect(waitingLine({ ...waiting, totalBytes: undefined })).toBe('Fetching the network: 3.2 MB…');
  const since = { receivedBytes: 1.2e6, elapsedMs: 2000 };
  expect(timeLeft(waiting, since)).toBe(', about 18 s left');
  expect(timeLeft(waiting, { ...since, elapsedMs: 500 })).toBe('');
  expect(waitingLine({ for: 'engine' })).toBe('Starting the engine…');
  expect(waitingLine({ for: 'first run' })).toBe('Preparing the network…');
});

test('the downloaded numbers are CSV, whatever is in the names', () => {
  expect(toCsv(card, answerWith(0.5, 0.3, 0.2), 'my\npicture.png')).toBe(
    `# A network of three; picture my picture.png
place,class,WordNet id,probability
1,"espresso",n00000000,0.5
2,"beacon, lighthouse, beacon light",n00000001,0.3
3,"comb ""fine""",n00000002,0.2
`,
  );
});
