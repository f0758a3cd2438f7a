import type { GpuRung } from '../ladder/rungs.ts';
import { msOf, type Measured } from './measured.ts';

/** A GPU has to be so many times as fast as WebAssembly, which never loses its memory, and WebGL as WebGPU. */
const clearly = 1.15;

export interface RankedRungs {
  /** Worth taking instead of WebAssembly. */
  faster: GpuRung[];
  /** Only where WebAssembly does not work: JavaScript would take much longer. */
  slower: GpuRung[];
}

/** The rungs among `able` that have not failed the short test, best first. */
export function rankRungs(able: readonly GpuRung[], measured: Measured): RankedRungs {
  const ms = (rung: GpuRung) => msOf(measured[rung]);
  const handicapped = (rung: GpuRung) => ms(rung) * (rung === 'webgl' ? clearly : 1);
  const isFaster = (rung: GpuRung) =>
    Number.isFinite(ms(rung)) && ms(rung) * clearly <= msOf(measured.wasm);
  const usable = able
    .filter((rung) => measured[rung] !== 'wrong' && measured[rung] !== 'refused')
    .sort((a, b) => handicapped(a) - handicapped(b) || 0);
  return {
    faster: usable.filter(isFaster),
    slower: usable.filter((rung) => !isFaster(rung)),
  };
}
