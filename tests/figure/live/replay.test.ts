import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExperimentRecord } from '../../../src/contract/experimentRecord.ts';
import { createExperimentStore } from '../../../src/figure/live/experimentStore.ts';

let motion = 'full';
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { documentElement: { getAttribute: () => motion } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  motion = 'full';
});

const recorded: ExperimentRecord = {
  ...{ figure: 'counter', recordedAt: '2026-11-24T12:00:00.000Z', settings: {}, result: null },
  engine: { backend: 'wasm', device: 'A device' },
};
const whole = [1, 2, 3, 4];

/** A figure that opens on four recorded numbers. */
function createFigure() {
  return createExperimentStore(
    {
      settings: { views: 24 },
      opensOn: { result: whole, ran: { views: 12 }, recorded },
      experiment: ({ views }) => ({
        ...{ name: 'lesions', views, modelUrl: '', photographUrls: [], batchSize: 3, seed: 1 },
      }),
      initial: (): number[] => [],
      reduce: (found) => found,
      upTo: (result, share) => result.slice(0, Math.round(share * result.length)),
    },
    () => ({ run: () => undefined, stop: () => undefined, dispose: () => undefined }),
  );
}

test('a recorded run takes the place of one that does not get on, and plays to its end', () => {
  const store = createFigure();
  store.run();
  store.replay();
  expect(store.getState()).toMatchObject({ phase: 'idle', recorded, result: [], next: null });
  vi.advanceTimersByTime(4000);
  expect(store.getState().result).toHaveLength(2);
  vi.advanceTimersByTime(5000);
  expect(store.getState()).toMatchObject({ result: whole, settings: { views: 12 } });
  expect(vi.getTimerCount()).toBe(0);
});

test('it ends where the reader runs the figure, and is shown at once where motion is not wanted', () => {
  const store = createFigure();
  store.replay();
  store.run();
  expect(vi.getTimerCount()).toBe(0);
  motion = 'reduced';
  store.replay();
  expect(store.getState().result).toEqual(whole);
});

test('a window that goes on for another shows the end of a replay that was cut off', () => {
  const [store, other] = [createFigure(), createFigure()];
  store.replay();
  other.takeOver(store.getState());
  expect(other.getState()).toMatchObject({ recorded, result: whole });
});
