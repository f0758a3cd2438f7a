import { expect, test } from 'vitest';
import type { BackendName } from '../../src/contract/engine.ts';
import { climbDown, type BackendChoice, type Browser } from '../../src/engine/ladder/climbDown.ts';
import type { Fault } from '../../src/engine/ladder/faults.ts';
import type { Measured } from '../../src/engine/preflight/measured.ts';
import type { GpuDevice, GpuRung } from '../../src/engine/ladder/rungs.ts';

const gpu: GpuDevice = { renderer: 'A GPU', software: false, float32: true };
const software = { ...gpu, software: true };
const halfFloats = { ...gpu, float32: false };

interface Fake {
  webgpu?: GpuDevice;
  webgl?: GpuDevice;
  measured?: Measured;
  mayCompile?: boolean;
}

/** Where nothing starts: all that the ladder has, and which rungs were measured. */
async function all(wish: 'auto' | BackendName, fake: Fake, faults: Fault[] = []) {
  const { measured = {}, mayCompile = true } = fake;
  const asked: GpuRung[][] = [];
  const browser: Browser = {
    mayCompile,
    inspect: async (rung) => fake[rung],
    async measure(rungs) {
      asked.push([...rungs]);
      return measured;
    },
  };
  const choices: BackendChoice[] = [];
  for await (const choice of climbDown(wish, browser, faults)) choices.push(choice);
  return { names: choices.map(({ backend }) => backend), choices, asked };
}

const names = async (...given: Parameters<typeof all>) => (await all(...given)).names;
const firstReason = async (...given: Parameters<typeof all>) => (await all(...given)).choices[0];

const fast = { webgpu: 2, webgl: 4, wasm: 8 };
const both = { webgpu: gpu, webgl: gpu };

test('the measurement orders the rungs, with WebAssembly and JavaScript below them', async () => {
  const found = await all('auto', { ...both, measured: fast });
  expect(found.names).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  expect(found.asked).toEqual([['webgpu', 'webgl']]);
  expect(found.choices[0]?.reason).toBe(
    'In a short test here, WebGPU was 4.0 times as fast as WebAssembly.',
  );
  const onWebgl = { ...both, measured: { ...fast, webgpu: 5 } };
  expect(await names('auto', onWebgl)).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
  expect((await firstReason('auto', onWebgl))?.reason).toMatch(/WebGL was 2\.0 times as fast/);
});

test('a GPU has to be clearly faster than WebAssembly, and WebGL than WebGPU', async () => {
  for (const [measured, order] of [
    [{ webgpu: 7.5, webgl: 9, wasm: 8 }, ['wasm', 'webgpu', 'webgl', 'cpu']],
    [{ webgpu: 9, webgl: 7, wasm: 8 }, ['wasm', 'webgl', 'webgpu', 'cpu']],
    [{ webgpu: 9, webgl: 6, wasm: 8 }, ['webgl', 'wasm', 'webgpu', 'cpu']],
    [{ webgpu: 4.4, webgl: 4, wasm: 8 }, ['webgpu', 'webgl', 'wasm', 'cpu']],
    [{ webgpu: 6, webgl: 16, wasm: 8 }, ['webgpu', 'wasm', 'webgl', 'cpu']],
  ] as const)
    expect(await names('auto', { ...both, measured })).toEqual(order);
});

const bothSlower = ['webgpu', 'webgl'] as const;

test.each([
  [
    { webgpu: 24, webgl: 40, wasm: 8 },
    bothSlower,
    /WebAssembly was 3\.0 times as fast as WebGPU\.$/,
  ],
  [
    { webgpu: 7.5, webgl: 40, wasm: 8 },
    bothSlower,
    /WebGPU was no more than 1\.1 times as fast as WebA/,
  ],
  [
    { webgpu: 'late', webgl: 'late', wasm: 8 },
    bothSlower,
    /^WebGPU took too long in a short test here, so t/,
  ],
  [{ webgpu: 'wrong', webgl: 'refused', wasm: 8 }, [], /^WebGPU computed wrong numbers in a short/],
  [
    { webgpu: 'refused', webgl: 16, wasm: 8 },
    ['webgl'],
    /WebAssembly was 2\.0 times as fast as WebGL\.$/,
  ],
] as const)(
  '%o leaves the work to WebAssembly, which says so',
  async (measured, slower, reason) => {
    const found = await all('auto', { ...both, measured });
    expect(found.names).toEqual(['wasm', ...slower, 'cpu']);
    expect(found.choices[0]?.reason).toMatch(reason);
  },
);

test.each([
  [{ webgpu: 24, webgl: 20, wasm: 8 }, ['webgl', 'webgpu']],
  [{ webgpu: 'late', webgl: 'late', wasm: 8 }, ['webgpu', 'webgl']],
  [{ webgpu: 'late', webgl: 40, wasm: 8 }, ['webgl', 'webgpu']],
  [{ webgpu: 'wrong', webgl: 'late', wasm: 8 }, ['webgl']],
  [{ webgpu: 'wrong', webgl: 'refused', wasm: 8 }, []],
] as const)(
  '%o: where WebAssembly does not start, GPUs that are slower or late come before JavaScript',
  async (measured, slower) => {
    const { names, choices } = await all('auto', { ...both, measured });
    expect(names).toEqual(['wasm', ...slower, 'cpu']);
    for (const { reason } of choices.slice(1, -1))
      expect(reason).toMatch(/^WebAssembly does not work properly here, so this runs on WebG/);
  },
);

test('where WebAssembly could not be measured any GPU that was is taken', async () => {
  for (const wasm of ['refused', 'late'] as const) {
    const fake = { webgpu: gpu, measured: { webgpu: 24, wasm } };
    expect(await firstReason('auto', fake)).toEqual({
      backend: 'webgpu',
      reason: 'WebGPU can use the GPU of this device.',
    });
  }
});

test('software, half floats or no GPU mean WebAssembly without a measurement, and the reason is told', async () => {
  for (const [fake, reason, after] of [
    [{ webgl: software }, /runs WebGL in software/, ['webgl']],
    [{ webgpu: software, webgl: software }, /runs WebGL in software/, ['webgl', 'webgpu']],
    [{ webgpu: software }, /runs WebGPU in software/, ['webgpu']],
    [{ webgl: halfFloats }, /16-bit/, []],
    [{ webgpu: software, webgl: halfFloats }, /16-bit/, ['webgpu']],
    [{}, /no WebGPU and no WebGL/, []],
  ] as [Fake, RegExp, GpuRung[]][]) {
    const found = await all('auto', fake);
    expect(found.names).toEqual(['wasm', ...after, 'cpu']);
    expect(found.choices[0]?.reason).toMatch(reason);
    expect(found.asked).toEqual([]);
  }
});

test('each of the two GPU rungs is measured alone where the other cannot train', async () => {
  for (const other of [undefined, software, halfFloats]) {
    const on = async (rung: GpuRung, rest: GpuRung) => {
      const fake = { [rung]: gpu, ...(other && { [rest]: other }), measured: fast };
      const { names, asked } = await all('auto', fake);
      expect(names).toEqual([rung, 'wasm', ...(other === software ? [rest] : []), 'cpu']);
      expect(asked).toEqual([[rung]]);
    };
    await on('webgpu', 'webgl');
    await on('webgl', 'webgpu');
  }
});

test('a rung that does not start is told by the next', async () => {
  const { choices } = await all('auto', { ...both, measured: fast });
  expect(choices.slice(1).map(({ reason }) => reason)).toEqual([
    'WebGPU does not work properly here, so this runs on WebGL.',
    'WebGPU does not work properly here, so this runs on the CPU.',
    'None of WebGPU, WebGL and WebAssembly works in this browser, so this will be slow.',
  ]);
});

test('a wish comes first, unmeasured, even in software, and the automatic order stands behind it', async () => {
  const fake = { ...both, measured: fast };
  for (const wish of ['webgpu', 'webgl', 'wasm', 'cpu'] as const) {
    const { choices } = await all(wish, fake);
    expect(choices[0]).toEqual({ backend: wish, reason: 'You chose this engine.' });
  }
  expect(await names('cpu', fake)).toEqual(['cpu', 'webgpu', 'webgl', 'wasm', 'cpu']);
  expect(await names('webgl', fake)).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
  for (const rung of ['webgpu', 'webgl'] as const) {
    const found = await all(rung, { [rung]: software });
    expect(found.names).toEqual([rung, 'wasm', 'cpu']);
    expect(found.asked).toEqual([]);
  }
});

test('a GPU is not tried where it cannot train, even when asked for, and the reason is told', async () => {
  const coarse = await all('webgl', { webgl: halfFloats });
  expect(coarse.names).toEqual(['wasm', 'cpu']);
  expect(coarse.choices[0]?.reason).toMatch(/16-bit .* on this GPU.*, so this runs on the CPU\.$/);
  expect(await names('webgl', {})).toEqual(['wasm', 'cpu']);
  const none = await firstReason('webgpu', { webgl: gpu, measured: fast });
  expect(none).toEqual({
    backend: 'webgl',
    reason: 'This browser has no WebGPU in background workers, so this runs on WebGL.',
  });
});

test.each(['webgpu', 'webgl'] as const)(
  'lost on %s, it is tried again; lost too often or failing, it is not; each says so',
  async (rung) => {
    const other = rung === 'webgpu' ? 'webgl' : 'webgpu';
    const fake = { ...both, measured: fast };
    for (const wish of ['auto', rung] as const) {
      const again = await all(wish, fake, [{ rung, kind: 'lost' }]);
      expect(again.names).toEqual([rung, other, 'wasm', 'cpu']);
      expect(again.choices[0]?.reason).toMatch(/has restored it/);
      expect(again.choices[1]?.reason).toBe(
        `The browser lost its connection to the GPU and could not restore it, so this runs on ${other === 'webgl' ? 'WebGL' : 'WebGPU'}.`,
      );
      expect(again.choices[2]?.reason).toMatch(/could not restore it, so this runs on the CPU\.$/);
      for (const kind of ['lost too often', 'failing'] as const) {
        const instead = await all(wish, fake, [{ rung, kind }]);
        expect(instead.names).toEqual([other, 'wasm', 'cpu']);
        expect(instead.choices[0]?.reason).toMatch(
          kind === 'failing' ? /could not run these networks/ : /kept losing its connection/,
        );
      }
    }
  },
);

test('a run that has lost both rungs too often goes on without a GPU', async () => {
  const faults: Fault[] = [{ rung: 'webgpu', kind: 'lost too often' }];
  expect(await names('auto', { ...both, measured: fast }, faults)).toEqual([
    'webgl',
    'wasm',
    'cpu',
  ]);
  faults.push({ rung: 'webgl', kind: 'lost' });
  expect(await names('auto', { ...both, measured: fast }, faults)).toEqual([
    'webgl',
    'wasm',
    'cpu',
  ]);
  faults.push({ rung: 'webgl', kind: 'lost too often' });
  for (const wish of ['auto', 'webgpu', 'webgl'] as const)
    expect(await names(wish, { ...both, measured: fast }, faults)).toEqual(['wasm', 'cpu']);
});

test('where the site forbids WebAssembly it is not tried, and the reason is told', async () => {
  for (const wish of ['auto', 'wasm'] as const) {
    const [only, ...others] = (await all(wish, { mayCompile: false })).choices;
    expect(others).toEqual([]);
    expect(only?.backend).toBe('cpu');
    expect(only?.reason).toContain('wasm-unsafe-eval');
  }
  const onGpu = await all('wasm', {
    ...{ mayCompile: false, webgpu: gpu },
    measured: { webgpu: 24, wasm: 'refused' },
  });
  expect(onGpu.names).toEqual(['webgpu', 'cpu']);
  expect(onGpu.choices[0]?.reason).toMatch(/‘wasm-unsafe-eval’\), so this runs on WebGPU\.$/);
  const onSlowGpu = await all('auto', {
    ...{ mayCompile: false, webgl: gpu },
    measured: { webgl: 'late', wasm: 'refused' },
  });
  expect(onSlowGpu.names).toEqual(['webgl', 'cpu']);
  expect(onSlowGpu.choices[0]?.reason).toMatch(/‘wasm-unsafe-eval’\), so this runs on WebGL\.$/);
  const inSoftware = await all('auto', { mayCompile: false, webgpu: software, webgl: software });
  expect(inSoftware.names).toEqual(['webgl', 'webgpu', 'cpu']);
  expect(inSoftware.choices[0]?.reason).toMatch(
    /‘wasm-unsafe-eval’\), so this runs on WebGL, in software\.$/,
  );
});

test('software that was asked for and does not start is not tried again, nor is one lost too often', async () => {
  const fake = { webgpu: software, webgl: software };
  expect(await names('webgl', fake)).toEqual(['webgl', 'wasm', 'webgpu', 'cpu']);
  const lost: Fault = { rung: 'webgl', kind: 'lost too often' };
  expect(await names('webgl', fake, [lost])).toEqual(['wasm', 'webgpu', 'cpu']);
});
