import { del, get, set } from 'idb-keyval';
import type { RunRecord } from '../contract/runRecord.ts';

/** Format of what is kept; a record of another format is ignored. */
const format = 1;

/** Keeps the last run of a figure on this device. Where storage is full or switched off, nothing is kept. */
export async function keepRun(figure: string, record: RunRecord): Promise<void> {
  await set(key(figure), { format, record }).catch(() => undefined);
}

/** The run kept for a figure, if there is one that can be read. */
export async function keptRun(figure: string): Promise<RunRecord | null> {
  const kept = await get<{ format: number; record: RunRecord }>(key(figure)).catch(() => undefined);
  return kept?.format === format ? kept.record : null;
}

/** Deletes the run kept for a figure. */
export async function dropRun(figure: string): Promise<void> {
  await del(key(figure)).catch(() => undefined);
}

const key = (figure: string) => `run:${figure}`;
