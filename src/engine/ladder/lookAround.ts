import { inspectWebgl } from './inspectWebgl.ts';
import { inspectWebgpu } from './inspectWebgpu.ts';
import type { Browser } from './climbDown.ts';
import { mayCompileWasm } from './mayCompileWasm.ts';
import { measureRungs } from '../preflight/measureRungs.ts';
import type { GpuDevice, GpuRung } from './rungs.ts';

/**
 * What this browser has for an engine that is to start. Each device is looked at once: to do so may cost a context.
 * @param threads that WebAssembly may compute on
 */
export function lookAround(threads: number): Browser {
  const found: Partial<Record<GpuRung, Promise<GpuDevice | undefined>>> = {};
  const inspect = (rung: GpuRung) =>
    (found[rung] ??= rung === 'webgpu' ? inspectWebgpu() : Promise.resolve(inspectWebgl()));
  return {
    mayCompile: mayCompileWasm(),
    inspect,
    async measure(rungs) {
      const devices = { webgpu: await inspect('webgpu'), webgl: await inspect('webgl') };
      return measureRungs(rungs, devices, threads);
    },
  };
}
