import { expect, test } from 'vitest';
import {
  modelSentence,
  timeLeft,
  waitingLine,
} from '../../../../src/widgets/classifier/network/describe.ts';
import { card } from '../../../../src/widgets/classifier/exampleAnswer.ts';

test('the model says how good it is', () => {
  expect(modelSentence(card)).toContain(
    'On 1,000 pictures it had never seen, its first guess was right for 66 in 100, and one of its first five for 87 in 100.',
  );
  const { accuracy: _, ...unmeasured } = card;
  expect(modelSentence(unmeasured)).toContain('This page cannot tell how accurate it is.');
});

test('waits are named', () => {
  const waiting = { for: 'weights', receivedBytes: 3.2e6, totalBytes: 21.6e6 } as const;
  expect(waitingLine(waiting)).toBe('Downloading the network: 3.2 of 21.6 MB…');
  expect(waitingLine({ ...waiting, totalBytes: undefined })).toBe(
    'Downloading the network: 3.2 MB…',
  );
  const since = { receivedBytes: 1.2e6, elapsedMs: 2000 };
  expect(timeLeft(waiting, since)).toBe(', about 18 s left');
  expect(timeLeft(waiting, { ...since, elapsedMs: 500 })).toBe('');
  expect(waitingLine({ for: 'engine' })).toBe('Starting the engine…');
  expect(waitingLine({ for: 'first run' })).toBe('Preparing the network…');
});
