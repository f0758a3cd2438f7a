import { expect, test } from 'vitest';
import {
  modelSentence,
  timeLeft,
  waitingLine,
} from '../../../../src/widgets/classifier/network/describe.ts';
import { card } from '../../../../src/widgets/classifier/exampleAnswer.ts';

test('the model says how good it is', () => {
  expect(modelSentence(card)).toContain(
    'Of 1,000 pictures that it had never seen, its first guess was right for 43 in 100, one of its five for 68 in 100.',
  );
  const { accuracy: _, ...unmeasured } = card;
  expect(modelSentence(unmeasured)).toContain('How good it is, this page cannot know.');
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
