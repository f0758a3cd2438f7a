import type { Bytes } from '../../contract/experiments.ts';
import { day, megabytes } from '../../lib/format.ts';
import type { Source } from '../frame/Frame.tsx';

/** Where an experiment stands, as far as its figure says so. */
export interface RunState {
  phase: 'idle' | 'starting' | 'running' | 'done' | 'failed';
  waitingFor: 'engine' | 'pictures' | 'network' | 'connection' | null;
  /** How much of a download has come, where it waits for one. */
  bytes: Bytes | null;
  engine: { device: string; reason: string } | null;
  /** Ended by the reader. */
  stopped: boolean;
  /** Of what is shown, if it was not measured here. */
  recorded: { recordedAt: string; engine: { device: string } } | null;
  /** When it was measured here, if that was in an earlier visit. */
  keptAt: string | null;
}

/** Where the numbers of a figure come from; nothing before there are any. */
export function sourceOf({ phase, engine, recorded, keptAt }: RunState): Source | undefined {
  if (recorded) {
    return {
      kind: 'recorded',
      label: `Recorded ${day(recorded.recordedAt)}`,
      text: `Recorded with this chapter’s own engine on ${day(recorded.recordedAt)}: ${recorded.engine.device}. Run it to measure on your device.`,
    };
  }
  if (keptAt) {
    return {
      kind: 'kept',
      label: 'Your last run',
      text: `Your last run on this device, from ${day(keptAt)}${engine && `: ${engine.device}`}.`,
    };
  }
  if (phase === 'idle') return undefined;
  const device = engine && `: ${engine.device}. ${engine.reason}`;
  return { kind: 'live', label: 'Live', text: `Measured live on this device${device ?? '.'}` };
}

/**
 * What an experiment waits for, or that it has ended.
 * @param progress how far it is, such as `step 3 of 150`
 */
export function statusOf(
  { phase, waitingFor, bytes, stopped }: RunState,
  progress: string,
): string {
  if (phase === 'idle' || phase === 'failed') return '';
  if (waitingFor === 'engine') return 'Starting the engine…';
  if (waitingFor === 'pictures') return `Downloading pictures${sayBytes(bytes)}…`;
  if (waitingFor === 'network') return `Downloading the network${sayBytes(bytes)}…`;
  if (waitingFor === 'connection') return 'Waiting for the network connection…';
  if (phase === 'starting') return 'Starting…';
  if (phase === 'done') return stopped ? `Stopped at ${progress}` : 'Done';
  return progress.charAt(0).toUpperCase() + progress.slice(1);
}

function sayBytes(bytes: Bytes | null): string {
  if (!bytes) return '';
  return `: ${megabytes(bytes.received)} of ${megabytes(bytes.total)} MB`;
}
