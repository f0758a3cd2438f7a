import type { GpuRung } from '../ladder/rungs.ts';
import { msOf, type Measured } from './measured.ts';

/** A GPU has to be so many times as fast as WebAssembly, which never loses its memory, and WebGL as WebGPU. */
const clearly = 1.15;

/** The rungs among `able`, best first, that are worth taking instead of WebAssembly. */
export function rankRungs(able: readonly GpuRung[], measured: Measured): GpuRung[] {
  const wasm = msOf(measured.wasm);
  const ms = (rung: GpuRung) => msOf(measured[rung]);
  const handicapped = (rung: GpuRung) => ms(rung) * (rung === 'webgl' ? clearly : 1);
  return able
    .filter((rung) => Number.isFinite(ms(rung)) && ms(rung) * clearly <= wasm)
    .sort((a, b) => handicapped(a) - handicapped(b));
}
