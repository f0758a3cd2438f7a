import { expect, test, vi } from 'vitest';
import type { BackendName } from '../../src/contract/engine.ts';
import { createDevice } from '../../src/engine/createDevice.ts';
import type { Fault } from '../../src/engine/ladder/faults.ts';
import type { Engine, startEngine } from '../../src/engine/startEngine.ts';

/** Engines that a test starts, loses and makes refuse work. */
function engines(...backends: BackendName[]) {
  const state = { lost: false, refusal: undefined as string | undefined };
  const started: { wish: string; faults: Fault[] }[] = [];
  const removed: BackendName[] = [];
  const create = (backend: BackendName): Engine => ({
    isLost: () => state.lost,
    refusal: () => state.refusal,
    remove: () => void removed.push(backend),
    info: { backend, device: '', reason: '' },
  });
  const [first, ...later] = backends.map(create);
  const start: typeof startEngine = async (wish, faults = []) => {
    started.push({ wish, faults: [...faults] });
    Object.assign(state, { lost: false, refusal: undefined });
    return later.shift()!;
  };
  const device = (wish: 'auto' | BackendName) => createDevice(wish, first!, start);
  return { state, started, removed, device };
}

const error = new Error('A read was aborted.');

test('a lost device is started again on its rung twice, then its rung is given up', async () => {
  const { state, started, removed, device } = engines(
    ...(['webgpu', 'webgpu', 'webgpu', 'webgl', 'wasm'] as const),
  );
  const run = device('auto');
  const lose = () => {
    state.lost = true;
    return run.recover(error, false);
  };
  expect(run.losable).toBe(true);
  expect((await lose()).backend).toBe('webgpu');
  expect((await lose()).backend).toBe('webgpu');
  expect((await lose()).backend).toBe('webgl');
  expect(started.at(-1)?.faults.map(({ rung, kind }) => `${rung} ${kind}`)).toEqual([
    'webgpu lost',
    'webgpu lost',
    'webgpu lost too often',
  ]);
  expect((await lose()).backend).toBe('wasm');
  expect(started.at(-1)?.faults.at(-1)).toEqual({ rung: 'webgl', kind: 'lost' });
  expect(removed).toEqual(['webgpu', 'webgpu', 'webgpu', 'webgl']);
  expect(run.losable).toBe(false);
  await expect(run.recover(error, false)).rejects.toBe(error);
});

test('news of a loss that comes after its errors is waited for', async () => {
  const { state, started, device } = engines('webgpu', 'webgpu');
  const recovered = device('webgpu').recover(error, false);
  await vi.waitFor(() => expect(started).toEqual([]));
  state.lost = true;
  expect((await recovered).backend).toBe('webgpu');
});

test.each(['webgpu', 'webgl'] as const)(
  'while warming up a failing %s gives way, unless it was asked for or is not to blame',
  async (rung) => {
    const { started, device } = engines(rung, 'wasm');
    await expect(device(rung).recover(error, true)).rejects.toBe(error);
    await expect(device('auto').recover(error, false)).rejects.toBe(error);
    expect(started).toEqual([]);
    expect((await device('auto').recover(error, true)).backend).toBe('wasm');
    expect(started).toEqual([{ wish: 'auto', faults: [{ rung, kind: 'failing' }] }]);
  },
);

test('work that a GPU refused in the middle of a run leaves it to the next rung', async () => {
  const { state, device } = engines('webgpu', 'wasm');
  const run = device('auto');
  expect(run.refusal?.()).toBeUndefined();
  state.refusal = 'Out of memory.';
  expect(run.refusal?.()).toBe('Out of memory.');
  expect((await run.recover(error, false)).backend).toBe('wasm');
});
