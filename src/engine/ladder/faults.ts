import type { GpuRung } from './rungs.ts';

/** What happened to a GPU's rung earlier in this run; only after 'lost' is it worth another try. */
export interface Fault {
  rung: GpuRung;
  kind: 'lost' | 'lost too often' | 'failing';
}

/** Whether a rung may be tried, after these faults in their order. */
export function isUsable(rung: GpuRung, faults: readonly Fault[]): boolean {
  return faults.every((fault) => fault.rung !== rung || fault.kind === 'lost');
}
