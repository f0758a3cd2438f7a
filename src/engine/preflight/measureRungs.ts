import { engineVersion } from '../../contract/engine.ts';
import type { GpuDevice, GpuRung } from '../ladder/rungs.ts';
import { msOf, type Measured } from './measured.ts';
import { recall, remember } from './memory.ts';
import { timeTurns } from './timeTurns.ts';
import { startWasmProbe } from './probes/wasmProbe.ts';
import { startWebglProbe } from './probes/webglProbe.ts';
import { startWebgpuProbe } from './probes/webgpuProbe.ts';

/** In milliseconds. A slow driver may compile for longer; next time it knows the programs. */
const limits = { wasm: 3000, gpu: 800 };

const probes = {
  webgpu: startWebgpuProbe,
  webgl: startWebglProbe,
};

/** Of this worker: its later engines need no other measurement. */
let known: Measured = {};
/** Raised when the short test changes: what was remembered is another test's. */
const testVersion = 2;

/**
 * How fast these rungs and WebAssembly are here, from this browser's memory if they have been measured: one after the
 * other, so that none holds up another. None of them needs TensorFlow.js, so what is not chosen is not downloaded.
 */
export async function measureRungs(
  rungs: readonly GpuRung[],
  devices: Record<GpuRung, GpuDevice | undefined>,
  threads: number,
): Promise<Measured> {
  const isKnown = (measured: Measured) => rungs.every((rung) => measured[rung] !== undefined);
  if (isKnown(known)) return known;
  const names = rungs.map((rung) => `${rung}: ${devices[rung]?.renderer}`);
  const key = [
    ...names,
    `${threads} threads`,
    `engine ${engineVersion}`,
    `test ${testVersion}`,
    navigator.userAgent,
  ].join();
  const remembered = await recall(key);
  if (remembered && isKnown(remembered)) return (known = remembered);

  const wasm = await timeTurns(() => startWasmProbe(threads), limits.wasm);
  const measured: Measured = { wasm };
  for (const rung of rungs) measured[rung] = await timeTurns(probes[rung], limits.gpu, msOf(wasm));
  if (!Object.values(measured).includes('late')) void remember(key, measured);
  return (known = measured);
}
