import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExperimentEvent, Finding } from '../../../src/contract/experiments.ts';
import { sourceOf, statusOf } from '../../../src/figure/live/describeRun.ts';
import { createExperimentStore } from '../../../src/figure/live/experimentStore.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type WithoutId<Event> = Event extends unknown ? Omit<Event, 'id'> : never;

/** A figure that counts what it is told, over workers that the test speaks for. */
function createFigure() {
  const workers: {
    asked: object[];
    stops: number;
    disposed: boolean;
    tell: (...events: WithoutId<ExperimentEvent>[]) => void;
  }[] = [];
  const store = createExperimentStore(
    {
      settings: { views: 24 },
      experiment: ({ views }) => ({
        ...{ name: 'lesions', views, modelUrl: '', photographUrls: [], batchSize: 3, seed: 1 },
      }),
      initial: (_, previous: Finding<'lesions'>[] | null) => previous?.slice(0, 1) ?? [],
      reduce: (found, finding: Finding<'lesions'>) => [...found, finding],
    },
    (_backend, onEvent) => {
      const worker = {
        asked: [] as object[],
        stops: 0,
        disposed: false,
        tell: (...events: WithoutId<ExperimentEvent>[]) => {
          for (const event of events) onEvent({ id: 1, ...event } as ExperimentEvent);
        },
      };
      workers.push(worker);
      return {
        run: (experiment) => void worker.asked.push(experiment),
        stop: () => void worker.stops++,
        dispose: () => void (worker.disposed = true),
      };
    },
  );
  return { store, workers, flush: () => vi.advanceTimersByTime(1000) };
}

const lesions: Finding<'lesions'> = {
  ...{ type: 'lesions', views: 3, withoutBranch: [], withoutShortcut: [] },
};
const finding = { type: 'finding', finding: lesions } satisfies WithoutId<ExperimentEvent>;
const engine = { backend: 'wasm', device: 'A device', reason: 'It is here.' } as const;

test('a figure waits, measures and ends', () => {
  const { store, workers, flush } = createFigure();
  expect(workers).toEqual([]);
  store.run();
  expect(statusOf(store.getState(), '')).toBe('Starting…');
  workers[0]!.tell({ type: 'waiting', for: 'engine' });
  flush();
  expect(statusOf(store.getState(), '')).toBe('Starting the engine…');
  workers[0]!.tell({ type: 'engine', ...engine }, { type: 'waiting', for: 'pictures' });
  flush();
  expect(statusOf(store.getState(), '')).toBe('Downloading pictures…');
  workers[0]!.tell(finding);
  flush();
  expect(store.getState()).toMatchObject({ phase: 'running', result: [lesions] });
  expect(statusOf(store.getState(), 'step 1')).toBe('Step 1');
  expect(sourceOf(store.getState())?.text).toBe(
    'Measured live on this device: A device. It is here.',
  );
  store.stop();
  expect(workers[0]!.stops).toBe(1);
  workers[0]!.tell({ type: 'done', stopped: true });
  flush();
  expect(statusOf(store.getState(), 'step 1')).toBe('Stopped at step 1');
});

test('events are drawn together, in the order in which they came', () => {
  const { store, workers, flush } = createFigure();
  store.run();
  const drawn = vi.fn();
  store.subscribe(drawn);
  const second = { ...lesions, views: 6 };
  workers[0]!.tell(finding, { type: 'finding', finding: second }, { type: 'done', stopped: false });
  expect(drawn).not.toHaveBeenCalled();
  flush();
  expect(drawn).toHaveBeenCalledOnce();
  expect(store.getState()).toMatchObject({ phase: 'done', result: [lesions, second] });
});

test('what an earlier run told last is not taken for the next one’s', () => {
  const { store, workers, flush } = createFigure();
  store.run();
  workers[0]!.tell(finding);
  store.run();
  flush();
  expect(store.getState()).toMatchObject({ phase: 'starting', result: null, next: { result: [] } });
  expect(workers).toHaveLength(1);
  expect(workers[0]!.asked).toHaveLength(2);
});

test('a change during a run is for the next one', () => {
  const { store, workers } = createFigure();
  store.run();
  store.change({ views: 96 });
  store.run();
  expect(workers[0]!.asked).toMatchObject([{ views: 24 }, { views: 96 }]);
});

test('a failure keeps what was found, and the next run has a new worker', () => {
  const { store, workers, flush } = createFigure();
  store.run();
  workers[0]!.tell(finding, { type: 'failed', message: 'Gone.', remedy: 'Try again.' });
  flush();
  expect(store.getState()).toMatchObject({
    ...{ phase: 'failed', result: [lesions], waitingFor: null },
    failure: { message: 'Gone.', remedy: 'Try again.' },
  });
  store.run();
  expect(workers.map(({ disposed }) => disposed)).toEqual([true, false]);
  expect(store.getState().failure).toBeNull();
});

test('what is shown stays until a run has found something of its own, or for good if it fails', () => {
  const { store, workers, flush } = createFigure();
  store.run();
  workers[0]!.tell(finding, { type: 'done', stopped: false });
  flush();
  store.change({ views: 96 });
  store.run();
  workers[0]!.tell({ type: 'failed', message: 'Gone.', remedy: 'Try again.' });
  flush();
  expect(store.getState()).toMatchObject({ result: [lesions], ran: { views: 24 } });
  store.run();
  workers[1]!.tell({ type: 'finding', finding: { ...lesions, views: 6 } });
  flush();
  expect(store.getState()).toMatchObject({ ran: { views: 96 }, next: null });
  expect(store.getState().result).toHaveLength(2);
});

test('after a reset nothing of the run comes back, not even what was about to be drawn', () => {
  const { store, workers, flush } = createFigure();
  store.change({ views: 96 });
  store.run();
  workers[0]!.tell({ type: 'engine', ...engine }, finding);
  store.reset();
  flush();
  expect(workers[0]!.disposed).toBe(true);
  expect(store.getState()).toMatchObject({
    ...{ settings: { views: 24 }, result: null, phase: 'idle', engine: null },
  });
});

test('a figure that is taken off the page ends its worker', () => {
  const { store, workers } = createFigure();
  store.run();
  store.dispose();
  expect(workers[0]!.disposed).toBe(true);
});

test('what an earlier visit kept is shown as such, unless something was run meanwhile', () => {
  const { store, workers, flush } = createFigure();
  const kept = { ran: { views: 12 }, result: [lesions], engine, at: '2026-11-24T12:00:00.000Z' };
  store.restore(kept);
  expect(store.getState()).toMatchObject({
    ...{ phase: 'done', settings: { views: 12 }, ran: { views: 12 }, result: [lesions] },
  });
  expect(sourceOf(store.getState())).toMatchObject({
    ...{ kind: 'kept', text: 'Your last run on this device, from 24 November 2026: A device.' },
  });
  store.run();
  workers[0]!.tell(finding);
  flush();
  expect(sourceOf(store.getState())?.kind).toBe('live');
  store.restore(kept);
  expect(store.getState()).toMatchObject({ phase: 'running', keptAt: null });
});

test('controls that were set before stay when an earlier run comes back', () => {
  const { store } = createFigure();
  store.change({ views: 96 });
  store.restore({ ran: { views: 12 }, result: [lesions], engine, at: '2026-11-24T12:00:00.000Z' });
  expect(store.getState()).toMatchObject({ settings: { views: 96 }, ran: { views: 12 } });
});

test('changes while nothing was found yet wait for the first finding, and the newest then follows', () => {
  const { store, workers, flush } = createFigure();
  store.run();
  for (const views of [12, 48, 96]) {
    store.change({ views });
    store.runSoon();
  }
  expect(workers[0]!.asked).toHaveLength(1);
  workers[0]!.tell(finding);
  flush();
  expect(workers[0]!.asked).toMatchObject([{ views: 24 }, { views: 96 }]);
  // It shows what was found for the first, until the newest has found something.
  expect(store.getState()).toMatchObject({ ran: { views: 24 }, phase: 'starting' });
  workers[0]!.tell(finding, { type: 'done', stopped: false });
  flush();
  expect(store.getState()).toMatchObject({ ran: { views: 96 }, phase: 'done' });
  expect(workers[0]!.asked).toHaveLength(2);

  // One that fails before makes way, too; one that is stopped does not come back.
  store.runSoon();
  store.runSoon();
  workers[0]!.tell({ type: 'failed', message: 'It failed.', remedy: 'Try again.' });
  flush();
  expect(workers[1]!.asked).toHaveLength(1);
  store.runSoon();
  store.stop();
  flush();
  expect(workers[1]!.asked).toHaveLength(1);
});
