import { rungNames, type GpuRung } from '../ladder/rungs.ts';
import { msOf, type Measured } from './measured.ts';

/** Why a rung was chosen, without the full stop. */
export function sayMeasured(rung: GpuRung, measured: Measured): string {
  const name = rungNames[rung];
  const ratio = msOf(measured.wasm) / msOf(measured[rung]);
  // WebAssembly may lack what our kernels need.
  if (!Number.isFinite(ratio)) return `${name} can use the GPU of this device`;
  return `In a short test here, ${name} was ${sayTimes(ratio)} as fast as WebAssembly`;
}

/** Why none of the rungs was chosen, without the full stop; undefined if none was measured. */
export function sayTrouble(rungs: readonly GpuRung[], measured: Measured): string | undefined {
  const tried = rungs.filter((rung) => measured[rung] !== undefined);
  const [rung] = tried.sort((a, b) => msOf(measured[a]) - msOf(measured[b]));
  const outcome = rung && measured[rung];
  if (outcome === undefined) return undefined;
  const name = rungNames[rung as GpuRung];
  if (typeof outcome !== 'number') return `${name} ${troubles[outcome]}, so this runs on the CPU`;
  const ratio = outcome / msOf(measured.wasm);
  return ratio >= 1
    ? `In a short test here, WebAssembly was ${sayTimes(ratio)} as fast as ${name}`
    : `In a short test here, ${name} was no more than ${sayTimes(1 / ratio)} as fast as WebAssembly`;
}

/** `3.1 times`, `12 times`. */
function sayTimes(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} times`;
}

const troubles = {
  late: 'took too long in a short test here',
  wrong: 'computed wrong numbers in a short test here',
  refused: 'failed a short test here',
};
