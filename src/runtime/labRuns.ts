import type { Checkpoint } from '../contract/checkpoint.ts';
import type { RunRecord } from '../contract/runRecord.ts';
import { createRunArchive } from './runArchive.ts';

/** A run as it is kept on the device. */
export interface KeptRun {
  id: string;
  record: RunRecord;
  /** Its newest weights: where it can go on, or what can be opened of a run that has ended. */
  checkpoint?: Checkpoint;
  /** It was stopped, or took its last step. */
  ended?: true;
  /** Runs of the seeds before, and the seeds that are still to come, when several were asked for. */
  finished?: RunRecord[];
  seeds?: number[];
}

/** The lab's runs on this device. */
export const openLabRuns = () => createRunArchive<KeptRun>('degradation-lab 3');

/** Whether a run was cut off: in the midst of its steps, or between two of its seeds. */
export function isCutOff({ record, checkpoint, ended, seeds = [] }: KeptRun): boolean {
  if (seeds.length > 0) return checkpoint !== undefined || ended === true;
  return checkpoint !== undefined && !ended && record.step < record.config.recipe.steps;
}

/** All its seeds so far. */
export function runsOf({ record, finished = [] }: KeptRun): RunRecord[] {
  return [...finished, record];
}
