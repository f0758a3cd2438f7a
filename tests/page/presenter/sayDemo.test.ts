import { expect, test } from 'vitest';
import type { Rehearsed } from '../../../src/figure/rehearsal.ts';
import { sayAll, sayDemo } from '../../../src/page/presenter/rehearsal/sayDemo.ts';

const recorded = { isRecorded: true };
const live = { isRecorded: false };

const took = (ms: number, known: Rehearsed['takes'][number]['known'] = 'measured'): Rehearsed => ({
  ...{ device: 'WebGL on a card', startMs: 1900 },
  takes: [{ what: '“Train”', ms, known }],
});
const done = (found: Rehearsed) => ({ phase: 'done', found }) as const;

test('what is quick enough is ready, with what was measured', () => {
  expect(sayDemo(recorded, done(took(8300)))).toEqual({
    ...{ verdict: 'Ready', look: 'ready' },
    found: '“Train” takes 8.3 s here. It starts in 1.9 s. WebGL on a card.',
    advice: 'Should it fail in class, R plays its recorded run.',
  });
  expect(sayDemo(live, done(took(8300))).advice).toBe('It has no recorded run.');
  expect(sayDemo(live, done(took(3))).found).toBe(
    '“Train” takes 1.9 s here, start included. WebGL on a card.',
  );
});

test('estimates say that they are, with the pace behind them', () => {
  const found: Rehearsed = {
    ...{ device: 'WebGL on a card', startMs: 400, pace: '8.1 training steps a second' },
    takes: [
      { what: 'Quick (300 training steps)', ms: 37_000, known: 'estimated' },
      { what: 'Lecture (1,000 training steps)', ms: 123_000, known: 'estimated' },
    ],
  };
  const words = sayDemo(recorded, done(found));
  expect(words.verdict).toBe('Ready');
  expect(words.found).toBe(
    'Quick (300 training steps) takes about 37 s here, Lecture (1,000 training steps) about 2 min; 8.1 training steps a second. It starts in 0.4 s. WebGL on a card.',
  );
});

test('what is too slow for a class is replayed, or begun before it', () => {
  for (const found of [took(61_000), took(20_000, 'at least')]) {
    expect(sayDemo(recorded, done(found)).look).toBe('replay');
    expect(sayDemo(live, done(found))).toMatchObject({ verdict: 'Too slow', look: 'fails' });
    expect(sayDemo(live, done(found)).advice).toMatch(/start it before class/);
  }
  expect(sayDemo(recorded, done(took(60_000, 'at least'))).found).toMatch(/takes more than 60 s/);
});

test('what fails says why, and what there is instead', () => {
  const failed = { phase: 'failed', why: 'The pictures are missing.' } as const;
  expect(sayDemo(recorded, failed)).toMatchObject({ verdict: 'Replay', found: failed.why });
  expect(sayDemo(live, failed)).toMatchObject({ verdict: 'Fails', found: failed.why });
  const all = [
    sayDemo(live, done(took(1000))),
    sayDemo(recorded, failed),
    sayDemo(live, { phase: 'skipped' }),
  ];
  expect(sayAll(all)).toBe('1 of 3 ready, 1 to replay, 1 not tried.');
});
