import { expect, test } from 'vitest';
import { describeEnd, describePhase, reportError } from '../../../src/exercises/code/describe.ts';
import { createPythonRuns } from '../../../src/exercises/code/pythonRuns.ts';
import { sayLeftOut, shownText } from '../../../src/exercises/sandbox/printed.ts';
import type { PythonClient } from '../../../src/exercises/sandbox/pythonClient.ts';
import { PythonUnavailable } from '../../../src/exercises/sandbox/pythonClient.ts';

const error = {
  ...{ kind: 'RuntimeError', message: 'shapes do not match', line: 7 },
  traceback: 'Traceback (most recent call last):\n  File "main.py", line 7\n',
};

/** Runs of the page's Python, which does what it is told here. */
const runsOf = (client: Partial<PythonClient>) =>
  createPythonRuns(() => Promise.resolve(client as PythonClient));

test('a run says what it waits for, and shows what was printed and the value', async () => {
  const said: string[] = [];
  const runs = runsOf({
    async run(_code, { onProgress, onRunning, onOutput } = {}) {
      onProgress?.({ for: 'download', received: 4.1e6, total: 12e6 });
      onProgress?.({ for: 'start' });
      onRunning?.();
      onOutput?.({ stream: 'stdout', text: 'one\n' });
      onOutput?.({ stream: 'stdout', text: 'two\n' });
      onOutput?.({ stream: 'stderr', text: 'careful\n' });
      return { ok: true, value: '3', defined: [] };
    },
  });
  runs.store.subscribe((state) => said.push(describePhase(state)));
  await runs.run('1 + 2');
  expect([...new Set(said)]).toEqual([
    'Waiting for Python …',
    'Fetching Python, 4.1 of 12.0 MB; it stays in the browser’s cache.',
    'Starting Python …',
    'Running …',
    '',
  ]);
  expect(runs.store.getState()).toMatchObject({
    ...{ phase: 'idle', value: '3' },
    printed: {
      head: [
        { stream: 'stdout', text: 'one\ntwo\n' },
        { stream: 'stderr', text: 'careful\n' },
      ],
    },
  });
  expect(describeEnd(runs.store.getState())).toBe('Your code ran: one\ntwo\ncareful\n3');
});

test('a check resolves to its report; code that fails says how, and on which line', async () => {
  const report = { results: [], mistakes: [] };
  const outcomes = [
    { ok: true as const, report },
    { ok: false as const, error },
    { ok: false as const, error, report },
  ];
  const runs = runsOf({ check: async () => outcomes.shift()! });
  expect(await runs.check('', '')).toBe(report);
  expect(await runs.check('', '')).toBeUndefined();
  expect(runs.store.getState()).toMatchObject({ phase: 'idle', error });
  expect(describeEnd(runs.store.getState())).toBe('RuntimeError on line 7: shapes do not match');
  expect(await runs.check('', '')).toBe(report);
  expect(runs.store.getState()).toMatchObject({ phase: 'idle', error });
  expect(reportError(error).results).toMatchObject([
    { passed: false, detail: 'RuntimeError on line 7: shapes do not match' },
  ]);
  const shape = { id: 'shape', title: 'The shape', passed: false };
  const met = { ...shape, detail: 'RuntimeError on line 4: shapes do not match' };
  expect(reportError(error, { results: [met], mistakes: [] }).results[1]).toMatchObject({
    ...{ passed: false, detail: 'The same RuntimeError stops it.' },
  });
});

test('while one thing runs, nothing else starts, and it can be stopped', async () => {
  let stop: () => void = () => undefined;
  const runs = runsOf({
    run: () =>
      new Promise((resolve) => {
        stop = () => resolve({ ok: false, error: { kind: 'Stopped', message: '', traceback: '' } });
      }),
    check: () => Promise.reject(new Error('two at once')),
    stop: () => stop(),
  });
  const running = runs.run('while True: pass');
  expect(await runs.check('', '')).toBeUndefined();
  expect(runs.store.getState()).toMatchObject({ asked: 'run', phase: 'waiting' });
  runs.stop();
  await running;
  expect(describeEnd(runs.store.getState())).toBe('You stopped it.');
});

test('a program that prints without end is shown in part', async () => {
  const runs = runsOf({
    async run(_code, { onOutput } = {}) {
      for (let i = 0; i < 100; i++) onOutput?.({ stream: 'stdout', text: 'x'.repeat(1000) });
      return { ok: true, defined: [] };
    },
  });
  await runs.run('');
  const { printed } = runs.store.getState();
  expect(shownText(printed)).toHaveLength(50_000);
  expect(sayLeftOut(printed)).toBe('… 50,000 characters left out …');
});

test('where Python cannot be had, a sentence says why and what to do, and the next try is free', async () => {
  const tries = [
    () => Promise.reject(new PythonUnavailable('Python did not load.', 'Try again.')),
    () => Promise.resolve({ ok: true as const, defined: [] }),
  ];
  const runs = runsOf({ run: () => tries.shift()!() });
  await runs.run('');
  expect(describeEnd(runs.store.getState())).toBe('Python did not load. Try again.');
  await runs.run('');
  expect(describeEnd(runs.store.getState())).toMatch(/^Your code ran and printed nothing\./);
});
