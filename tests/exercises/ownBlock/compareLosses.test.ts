import { expect, test } from 'vitest';
import { compareLosses } from '../../../src/exercises/ownBlock/compareLosses.ts';
import type { OwnRun } from '../../../src/exercises/ownBlock/ownRun.ts';

const reference = Array.from({ length: 60 }, (_, step) => 2.3 - step / 100);
const run = (own: number[], more: Partial<OwnRun> = {}): OwnRun => ({
  ...{
    phase: 'done',
    code: '',
    unused: [],
    losses: { reference: reference.slice(0, own.length), own },
  },
  ...more,
});

test('a block whose losses are the reference’s trains as it does', () => {
  expect(compareLosses(run(reference))).toBe(
    'In the first 50 steps the losses are the same to the last digit: your block trains as the reference does.',
  );
  expect(compareLosses(run(reference.map((loss) => loss * 1.0031)))).toBe(
    'In the first 50 steps the losses differ by at most 0.3 %: your block trains as the reference does.',
  );
});

test('nothing is concluded from fewer steps', () => {
  expect(compareLosses(run([]))).toBe('');
  expect(compareLosses(run(reference.slice(0, 7), { phase: 'training' }))).toBe(
    'So far, after 7 steps, the losses are the same to the last digit.',
  );
});

test('another block is told where it parts, and what its losses are', () => {
  const own = reference.map((loss, step) => (step < 12 ? loss : loss + 0.5));
  expect(compareLosses(run(own))).toBe(
    'The losses differ by more than 1 % from step 13 on: your block does not compute what the reference does. Over the last 20 steps yours is 2.30 on average, the reference’s 1.80.',
  );
});

test('one that diverges is said to', () => {
  expect(compareLosses(run([2.3], { divergedAt: 2 }))).toContain('at step 2');
});
