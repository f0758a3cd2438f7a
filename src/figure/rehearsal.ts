import type { EngineInfo } from '../contract/engine.ts';

/** What a rehearsal of a demonstration found on this machine. All of it was measured here. */
export interface Rehearsed {
  /** What computed. */
  device: EngineInfo['device'];
  /** From the press of the button to the first result, in milliseconds: loading, starting and compiling. */
  startMs: number;
  /** How long it takes from then on; what a class is shown first comes first. */
  takes: Timed[];
  /** Such as `8.1 training steps a second`. */
  pace?: string;
}

export interface Timed {
  /** As a sentence begins, such as `Quick (300 training steps)`. */
  what: string;
  ms: number;
  /** To its end; from the pace of its first steps; or until the rehearsal gave up, which took so long. */
  known: 'measured' | 'estimated' | 'at least';
}

/** What a rehearsal is given, and how it is followed. */
export interface Rehearsing {
  /** Aborted when the rehearsal is cancelled: it then rejects, and computes no more. */
  signal: AbortSignal;
  /** Says what it does, in a few words, such as `Training step 3 of 150`. */
  tell: (progress: string) => void;
}

/**
 * Does on this machine what a class will be shown, by the same clients and with the same backend. Rejects with a
 * `RehearsalFailed` where that cannot be done here.
 */
export type Rehearse = (rehearsing: Rehearsing) => Promise<Rehearsed>;

/** Why a demonstration does not work here: a sentence for the presenter. */
export class RehearsalFailed extends Error {
  override readonly name = 'RehearsalFailed';
}

/** A demonstration that takes longer than this is too slow for a class, in milliseconds. */
export const longestDemoMs = 60_000;
