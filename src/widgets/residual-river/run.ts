import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { SycophancyReadingFinding } from '../../contract/sycophancy.ts';
import type { Prompt } from '../../contract/toyLanguage.ts';
import { readHere, type WhichNetwork } from '../../runtime/agreementStores.ts';
import { toyNetworkOf } from '../../runtime/toyNetworkOf.ts';
import type { RiverSettings } from './settings.tsx';

export interface RiverRun {
  network: WhichNetwork;
  prompt: Prompt;
  /** Null until it is found. */
  reading: SycophancyReadingFinding | null;
}

export function experiment({ network, prompt }: RiverSettings): Experiment<'sycophancyReading'> {
  return { name: 'sycophancyReading', network: toyNetworkOf(network), prompt };
}

/** What decides a reading; the reader's network is too large to be compared. */
export const asks = ({ network, prompt }: RiverSettings) => [network, prompt];

export function initial({ network, prompt }: RiverSettings): RiverRun {
  return { network, prompt, reading: null };
}

/** The run after its finding; `run` itself is left as it is. */
export function reduce(run: RiverRun, reading: Finding<'sycophancyReading'>): RiverRun {
  return { ...run, reading };
}

/** Tells the exercise what the reader has read. */
export function tell({ network, prompt, reading }: RiverRun): void {
  if (reading) readHere.setState({ network, prompt, reading });
}
