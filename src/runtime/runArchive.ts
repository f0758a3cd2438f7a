import { del, get, set } from 'idb-keyval';
import type { RunRecord } from '../contract/runRecord.ts';

/** The last run of a figure, kept on this device. Where storage is full or switched off, nothing is kept. */
export interface RunArchive {
  keep(record: RunRecord): Promise<void>;
  /** The run that is kept, if there is one that can be read. */
  read(): Promise<RunRecord | null>;
  drop(): Promise<void>;
}

/** Of what is kept; a record of another format is ignored, and the next run takes its place. */
const format = 2;

/** The archive of a figure, by the figure's name. */
export function createRunArchive(figure: string): RunArchive {
  const key = `run:${figure}`;
  return {
    keep: (record) => set(key, { format, record }).catch(() => undefined),
    async read() {
      const kept = await get<{ format: number; record: RunRecord }>(key).catch(() => undefined);
      return kept?.format === format ? kept.record : null;
    },
    drop: () => del(key).catch(() => undefined),
  };
}
