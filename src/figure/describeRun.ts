/** Where an experiment stands, as far as its figure says so. */
export interface RunState {
  phase: 'idle' | 'starting' | 'running' | 'done' | 'failed';
  waitingFor: 'engine' | 'pictures' | 'network' | null;
  engine: { device: string; reason: string } | null;
  /** Ended by the reader. */
  stopped: boolean;
}

/** Where the numbers of a figure come from. */
export function provenanceOf({ phase, engine }: RunState): string {
  if (phase === 'idle') return 'Nothing has been measured yet.';
  return engine
    ? `Live on this device: ${engine.device}. ${engine.reason}`
    : 'Live on this device.';
}

/**
 * What an experiment waits for, or that it has ended.
 * @param progress how far it is
 */
export function statusOf({ phase, waitingFor, stopped }: RunState, progress: string): string {
  if (phase === 'idle' || phase === 'failed') return '';
  if (waitingFor === 'engine') return 'Starting the engine…';
  if (waitingFor === 'pictures') return 'Fetching pictures and compiling programs…';
  if (waitingFor === 'network') return 'Fetching the network and compiling programs…';
  if (phase === 'starting') return 'Starting…';
  if (phase === 'done') return stopped ? `Stopped at ${progress}.` : `Finished ${progress}.`;
  return `At ${progress}`;
}
