import { beforeEach, expect, test, vi } from 'vitest';
import { createRunArchive } from '../../src/runtime/runArchive.ts';
import { runWith } from '../../src/widgets/degradation-lab/exampleRun.ts';

const { stored, refuse } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  refuse: { all: false },
}));
vi.mock('idb-keyval', () => {
  const ask = async <T>(answer: () => T) => {
    if (refuse.all) throw new Error('The quota has been exceeded.');
    return answer();
  };
  return {
    get: (key: string) => ask(() => stored.get(key)),
    set: (key: string, value: unknown) => ask(() => void stored.set(key, value)),
    del: (key: string) => ask(() => void stored.delete(key)),
  };
});

const run = runWith({ 'plain-8': 0.5 }, 10);

beforeEach(() => {
  stored.clear();
  refuse.all = false;
});

test('each figure has the last run that it kept, until it drops it', async () => {
  const archive = createRunArchive('lab');
  expect(await archive.read()).toBeNull();
  await archive.keep(runWith({ 'plain-8': 0.5 }, 5));
  await archive.keep(run);
  expect(await archive.read()).toEqual(run);
  expect(await createRunArchive('other').read()).toBeNull();
  await archive.drop();
  expect(await archive.read()).toBeNull();
});

test('a run that an earlier version of the page kept is passed over, and makes way', async () => {
  stored.set('run:lab', { format: 1, record: { settings: { depths: [20, 56] }, networks: [] } });
  const archive = createRunArchive('lab');
  expect(await archive.read()).toBeNull();
  await archive.keep(run);
  expect(await archive.read()).toEqual(run);
});

test('where nothing can be stored, nothing is kept and nothing fails', async () => {
  refuse.all = true;
  const archive = createRunArchive('lab');
  await archive.keep(run);
  expect(await archive.read()).toBeNull();
  await archive.drop();
  expect(stored.size).toBe(0);
});
