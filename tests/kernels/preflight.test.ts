import { expect, test } from 'vitest';
import { timeTurns } from '../../src/engine/preflight/timeTurns.ts';
import { startWasmProbe } from '../../src/engine/preflight/probes/wasmProbe.ts';
import { startWebglProbe } from '../../src/engine/preflight/probes/webglProbe.ts';
import { startWebgpuProbe } from '../../src/engine/preflight/probes/webgpuProbe.ts';
import { work, type Probe } from '../../src/engine/preflight/work.ts';

const probes: Record<string, () => Promise<Probe>> = {
  wasm: () => startWasmProbe(1),
  'wasm, 2 threads': () => startWasmProbe(2),
  webgl: startWebglProbe,
  webgpu: startWebgpuProbe,
};
const minute = 60_000;

test.each(Object.keys(probes))(
  '%s computes the right numbers, of one layer and of all',
  async (name) => {
    const start = probes[name]!;
    expect(await timeTurns(start, minute, 0)).toBeGreaterThan(0);
    const probe = await start();
    const wasm = await startWasmProbe(1);
    const [there, here] = [await probe.turn(work.layers), await wasm.turn(work.layers)];
    probe.end();
    expect(Array.from(here).some((value) => value > 0.1)).toBe(true);
    Array.from(here).forEach((value, channel) => expect(there[channel]).toBeCloseTo(value, 2));
  },
);

test('a rung that computes other numbers, fails or takes too long is told apart', async () => {
  const probe = (turn: Probe['turn']) => async () => ({ turn, end: () => undefined });
  expect(
    await timeTurns(
      probe(async () => new Float32Array(8)),
      minute,
    ),
  ).toBe('wrong');
  expect(await timeTurns(() => Promise.reject(new Error('none')), minute)).toBe('refused');
  expect(
    await timeTurns(
      probe(() => new Promise(() => undefined)),
      1,
    ),
  ).toBe('late');
});

test('what a rung computed in time counts, though the rest was late', async () => {
  const neverAfter = (turns: number): Probe['turn'] => {
    let turn = 0;
    return async () => (turn++ < turns ? rightPixel : new Promise(() => undefined));
  };
  const rightPixel = await (await startWasmProbe(1)).turn(1);
  const outcome = (turns: number) =>
    timeTurns(async () => ({ turn: neverAfter(turns), end: () => undefined }), 50);
  expect(await outcome(3)).toBeTypeOf('number');
  expect(await outcome(2)).toBe('late');
});
