import { beforeEach, expect, test, vi } from 'vitest';
import { createRunArchive, surplus } from '../../src/runtime/runArchive.ts';
import { device, keyRange } from '../lib/fakeDevice.ts';

const tabs = vi.hoisted(() => ({ tab: 'a', open: new Set<string>() }));
vi.mock('../../src/runtime/tab.ts', () => ({
  thisTab: async () => tabs.tab,
  openTabs: async () => tabs.open,
}));
vi.mock('../../src/lib/deviceDatabase.ts', () => import('../lib/fakeDevice.ts'));
vi.stubGlobal('IDBKeyRange', keyRange);

const archive = createRunArchive<string>('lab 2', { atMost: 3 });

beforeEach(() => {
  device.stored.clear();
  device.error = null;
  Object.assign(tabs, { tab: 'a', open: new Set() });
});

test('a run is kept in its newest state, until its tab removes it', async () => {
  expect(await archive.find()).toBeNull();
  expect(await archive.keep('1', 'step 5')).toBeNull();
  await archive.keep('1', 'step 10');
  expect(await archive.find()).toBe('step 10');
  expect(await createRunArchive('other').find()).toBeNull();
  await archive.removeOwn();
  expect(await archive.find()).toBeNull();
  expect(device.stored.size).toBe(0);
});

test('runs in another format are passed over, and make way for none', async () => {
  await createRunArchive('lab 1').keep('1', { settings: { depths: [20, 56] } });
  expect(await archive.find()).toBeNull();
  await archive.keep('2', 'new');
  expect(await archive.find()).toBe('new');
});

test('two tabs keep two runs, and each removes only its own', async () => {
  tabs.open = new Set(['a', 'b']);
  await archive.keep('1', 'of a');
  tabs.tab = 'b';
  expect(await archive.find()).toBeNull();
  await archive.keep('2', 'of b');
  expect((await archive.list()).map(({ id, tab }) => `${id} ${tab}`).sort()).toEqual([
    '1 a',
    '2 b',
  ]);
  await archive.removeOwn();
  expect(await archive.find()).toBeNull();
  tabs.tab = 'a';
  expect(await archive.find()).toBe('of a');
  await archive.remove('1');
  expect(await archive.list()).toEqual([]);
});

test('the run of a tab that was closed is taken over by the next', async () => {
  await archive.keep('1', 'of a');
  Object.assign(tabs, { tab: 'b', open: new Set(['b', 'c']) });
  expect(await archive.find()).toBe('of a');
  tabs.tab = 'c';
  expect(await archive.find()).toBeNull();
});

test('of more runs than may be kept the oldest makes way, the own ones first', () => {
  const head = (id: string, keptAt: number) => ({ id, tab: id[0]!, keptAt });
  const heads = [head('b1', 1), head('a2', 2), head('a3', 3), head('a4', 4)];
  const dropped = (atMost: number) => surplus(heads, heads[3]!, atMost).map(({ id }) => id);
  expect([4, 3, 2, 1].map(dropped)).toEqual([[], ['a2'], ['a2', 'a3'], ['a2', 'a3', 'b1']]);
});

test('where nothing can be stored nothing fails, and the reason is told', async () => {
  const failing = async (name: string) => {
    device.error = Object.assign(new Error(), { name });
    return [await archive.keep('1', 'run'), await archive.find(), await archive.removeOwn()];
  };
  expect(await failing('QuotaExceededError')).toEqual(['full', null, undefined]);
  expect(await failing('SecurityError')).toEqual(['forbidden', null, undefined]);
  expect(await failing('SilentStorage')).toEqual(['silent', null, undefined]);
});
