import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chapterTraining } from '../../src/contract/sycophancy.ts';
// Loaded before any test forgets modules: it must have the device below.
import '../../src/runtime/agreementStores.ts';
import type { KeptTraining } from '../../src/runtime/agreementStores.ts';
import { runWith } from '../../src/widgets/agreement-training/examples.ts';
import { device, keyRange } from '../lib/fakeDevice.ts';

vi.mock('../../src/runtime/tab.ts', () => ({
  thisTab: async () => 'a',
  openTabs: async () => new Set(),
}));
vi.mock('../../src/lib/deviceDatabase.ts', () => import('../lib/fakeDevice.ts'));
vi.stubGlobal('IDBKeyRange', keyRange);

const weights = { 'norm.bias': { shape: [2], data: new Float32Array([1, 2]) } };
const kept: KeptTraining = {
  ran: { ...chapterTraining, share: 0.5 },
  result: { ...runWith(500, { agree: 0.6, truth: 1, share: 0.5 }), weights },
  engine: null,
  at: '2026-11-24T12:00:00.000Z',
};
const score = kept.result.scores.at(-1)!.score;

/** The module as a page has it after a reload. */
const load = async () => {
  vi.resetModules();
  return import('../../src/runtime/agreementStores.ts');
};

beforeEach(() => {
  device.stored.clear();
  device.error = null;
});

afterEach(() => vi.useRealTimers());

test('a network that was trained comes back with the first who listens, after a reload', async () => {
  const before = await load();
  expect(await before.readersTraining.keep(kept)).toBeNull();
  const { readersNetwork } = await load();
  expect(readersNetwork.getState()).toBeNull();
  await new Promise<void>((resolve) => readersNetwork.subscribe(() => resolve()));
  expect(readersNetwork.getState()).toEqual({ training: kept.ran, weights, score });
});

test('the newest of two comes back, and none once they were forgotten', async () => {
  const { readersTraining } = await load();
  await readersTraining.keep(kept);
  vi.setSystemTime(Date.now() + 1000);
  await readersTraining.keep({ ...kept, at: '2026-11-25T12:00:00.000Z' });
  expect((await (await load()).readersTraining.recall())?.at).toBe('2026-11-25T12:00:00.000Z');
  const { readersNetwork, readersTraining: last } = await load();
  await last.forget();
  expect(readersNetwork.getState()).toBeNull();
  expect(await (await load()).readersTraining.recall()).toBeNull();
});

test('without storage a network holds until the page is left, and why is said', async () => {
  device.error = new DOMException('no room', 'QuotaExceededError');
  const { readersNetwork, readersTraining } = await load();
  expect(await readersTraining.recall()).toBeNull();
  expect(await readersTraining.keep(kept)).toBe('full');
  expect(readersNetwork.getState()).toMatchObject({ training: kept.ran });
  expect(await readersTraining.recall()).toBe(kept);
});

test('what is trained while the device is searched is not replaced by what it has', async () => {
  const before = await load();
  await before.readersTraining.keep(kept);
  const { readersNetwork, readersTraining } = await load();
  const searched = readersTraining.recall();
  await readersTraining.keep({ ...kept, ran: chapterTraining, at: '2026-11-26T12:00:00.000Z' });
  await searched;
  expect(readersNetwork.getState()?.training).toEqual(chapterTraining);
});
