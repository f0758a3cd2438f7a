import { describe, expect, test } from 'vitest';
import {
  announcement,
  statusLine,
  takeaway,
} from '../../../src/widgets/degradation-lab/describe.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';

const errors = { 'plain-20': 0.6, 'plain-56': 0.8, 'residual-20': 0.5, 'residual-56': 0.51 };

describe('takeaway', () => {
  test('says by how much the deeper plain network is worse, from the numbers', () => {
    expect(takeaway([runWith(errors, 1000)])).toBe(
      'After 1,000 steps, in this one seed: plain-56 has 80 % training error, 20 points worse than plain-20 with 60 %. This is the degradation. ' +
        'residual-56 has 51 % training error, about the same as residual-20 with 50 %. ' +
        'At equal depth, residual-56 is 29 points below plain-56.',
    );
  });

  test('says in how many seeds it is so', () => {
    const even = { ...errors, 'plain-56': 0.7 };
    expect(takeaway([runWith(errors, 1000), runWith(even, 1000)])).toBe(
      'After 1,000 steps, averaged over 2 seeds: plain-56 has 75 % training error, 15 points worse than plain-20 with 60 %, in each of 2 seeds. This is the degradation. ' +
        'residual-56 has 51 % training error, about the same as residual-20 with 50 %, in each of 2 seeds. ' +
        'At equal depth, residual-56 is 24 points below plain-56.',
    );
    const none = { ...errors, 'plain-56': 0.6 };
    const mixed = takeaway([runWith(errors, 1000), runWith(none, 1000)]);
    expect(mixed).toContain(
      '10 points worse than plain-20 with 60 %, but only in 1 of 2 seeds. residual',
    );
  });

  test('does not call an early gap the degradation, and says why', () => {
    const text = takeaway([runWith(errors, 999)]);
    expect(text).toMatch(/^So far, after 999 steps, in this one seed: /);
    expect(text).toContain(
      '20 points worse than plain-20 with 60 %. These are too few steps to call it the degradation.',
    );
    expect(text).not.toContain('This is the degradation');
  });

  test('does not see a degradation where there is none', () => {
    const text = takeaway([runWith({ 'plain-20': 0.6, 'plain-56': 0.5 }, 1000)]);
    expect(text).toBe(
      'After 1,000 steps, in this one seed: plain-56 has 50 % training error, 10 points better than plain-20 with 60 %.',
    );
  });

  test('speaks of the test error where that is shown, and leaves the degradation to training error', () => {
    expect(takeaway([runWith(errors, 1000)], 'test')).toBe(
      'After 1,000 steps, in this one seed: plain-56 has 81 % test error, 20 points worse than plain-20 with 61 %. ' +
        'residual-56 has 52 % test error, about the same as residual-20 with 51 %. ' +
        'At equal depth, residual-56 is 29 points below plain-56. ' +
        'Whether this is the degradation, only the training error can tell.',
    );
    expect(takeaway([runWith({ 'plain-20': 0.6 }, 1000)], 'test')).toBe(
      'After 1,000 steps, in this one seed: plain-20 has 61 % test error.',
    );
    const unmeasured = runWith(errors, 1000);
    for (const network of unmeasured.networks) network.measurements = [];
    expect(takeaway([unmeasured], 'test')).toBe('Too early to tell.');
  });

  test('a single network is reported without a comparison', () => {
    expect(takeaway([runWith({ 'plain-20': 0.6 })])).toBe(
      'So far, after 100 steps, in this one seed: plain-20 has 60 % training error.',
    );
  });

  test('a few steps say nothing', () => {
    expect(takeaway([runWith(errors, 20)])).toBe('Too early to tell.');
    expect(takeaway([runWith(errors, 71)])).toBe('Too early to tell.');
  });

  test('a diverged network is left out of the comparison', () => {
    const run = runWith(errors);
    run.networks[1]!.divergedAt = 70;
    expect(takeaway([run])).not.toContain('plain-56');
  });
});

test('the announcement is in plain words', () => {
  const run = runWith(errors);
  run.networks[3]!.divergedAt = 9;
  expect(announcement(run)).toBe(
    'Step 100: plain-20 has 60 % training error, plain-56 80 %, residual-20 50 %, residual-56 diverged.',
  );
});

describe('status line', () => {
  const record = runWith(errors, 100);
  record.config.recipe.steps = 300;
  test('tells speed and time left', () => {
    expect(statusLine({ record, phase: 'training' })).toBe(
      'Step 100 of 300 · 1.0 steps a second · 3 min left',
    );
  });
  test('names what is waited for', () => {
    const waiting = { for: 'data', receivedBytes: 1_500_000, totalBytes: 3_073_000 } as const;
    expect(statusLine({ record, phase: 'training', waiting })).toBe(
      'Downloading pictures: 1.5 of 3.1 MB…',
    );
  });
});
