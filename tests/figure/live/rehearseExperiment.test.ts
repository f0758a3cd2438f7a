import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExperimentEvent, Finding } from '../../../src/contract/experiments.ts';
import { rehearseExperiment } from '../../../src/figure/live/rehearseExperiment.ts';
import { longestDemoMs, RehearsalFailed } from '../../../src/figure/rehearsal.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type WithoutId<Event> = Event extends unknown ? Omit<Event, 'id'> : never;

const lesions: Finding<'lesions'> = {
  ...{ type: 'lesions', views: 3, withoutBranch: [], withoutShortcut: [] },
};
const finding = { type: 'finding', finding: lesions } as const;
const engine = { type: 'engine', backend: 'wasm', device: 'A device', reason: '' } as const;

/** A rehearsal over a worker that the test speaks for. */
function begin() {
  const told: string[] = [];
  const worker = { asked: 0, isDisposed: false, tell: (_: WithoutId<ExperimentEvent>) => {} };
  const cancelling = new AbortController();
  const over = rehearseExperiment(
    {
      ...{ settings: { views: 24 }, runLabel: 'Run', initial: () => 0 },
      experiment: ({ views }) => ({
        ...{ name: 'lesions', views, modelUrl: '', photographUrls: [], batchSize: 3, seed: 1 },
      }),
      reduce: (count) => count + 1,
      progress: (count) => `step ${count} of 8`,
    },
    { signal: cancelling.signal, tell: (progress) => told.push(progress) },
    (_backend, onEvent) => {
      worker.tell = (event) => onEvent({ id: 1, ...event } as ExperimentEvent);
      return {
        run: () => void worker.asked++,
        stop: () => undefined,
        dispose: () => void (worker.isDisposed = true),
      };
    },
  );
  over.catch(() => undefined);
  return { over, told, worker, cancelling };
}

test('an experiment is run to its end and timed from its first finding on', async () => {
  const { over, told, worker } = begin();
  expect(worker.asked).toBe(1);
  vi.advanceTimersByTime(2000);
  worker.tell(engine);
  worker.tell(finding);
  vi.advanceTimersByTime(5000);
  worker.tell(finding);
  worker.tell({ type: 'done', stopped: false });
  expect(await over).toEqual({
    ...{ device: 'A device', startMs: 2000 },
    takes: [{ what: '“Run”', ms: 5000, known: 'measured' }],
  });
  expect(told.at(-1)).toBe('Step 2 of 8');
  expect(worker.isDisposed).toBe(true);
});

test('one that takes longer than a class waits is given up', async () => {
  const { over, worker } = begin();
  worker.tell(finding);
  vi.advanceTimersByTime(longestDemoMs);
  expect((await over).takes[0]).toMatchObject({ ms: longestDemoMs, known: 'at least' });
  expect(worker.isDisposed).toBe(true);
});

test('a failure is told in the worker’s words, and a cancelled one computes no more', async () => {
  const failing = begin();
  failing.worker.tell({ type: 'failed', message: 'No pictures.', remedy: 'Try again.' });
  await expect(failing.over).rejects.toEqual(new RehearsalFailed('No pictures.'));
  const cancelled = begin();
  cancelled.cancelling.abort();
  await expect(cancelled.over).rejects.toThrow();
  expect(cancelled.worker.isDisposed).toBe(true);
});
