import { promisifyRequest } from 'idb-keyval';
import { createDeviceStore } from '../lib/deviceDatabase.ts';
import { problemOf, type StorageProblem } from '../lib/deviceStorage.ts';
import { openTabs, thisTab } from './tab.ts';

/** What is known of a kept run without reading it. */
export interface KeptRun {
  id: string;
  /** The tab whose run it is (tab.ts). */
  tab: string;
  /** When it was last written, in milliseconds since 1970. */
  keptAt: number;
}

/**
 * Runs of a figure, kept on this device by whatever tab made them. Where storage is full, forbidden or silent,
 * nothing is kept and nothing fails.
 */
export interface RunArchive<Run> {
  /** Writes a run as this tab's, in the place of an earlier state of it. Resolves to why it is not kept, if it is not. */
  keep(id: string, run: Run): Promise<StorageProblem | null>;
  /** All kept runs, the newest first. */
  list(): Promise<KeptRun[]>;
  read(id: string): Promise<Run | null>;
  remove(id: string): Promise<void>;
  /** Removes this tab's runs; those of other tabs stay. */
  removeOwn(): Promise<void>;
  /** This tab's newest run; else the newest of a tab that has been closed, which is this tab's from now on. */
  find(): Promise<Run | null>;
}

interface Options {
  /** Of all tabs together; what was written longest ago makes way, this tab's own first. */
  atMost?: number;
}

const runs = createDeviceStore('skip-connections-runs', 'runs');

/**
 * The archive of a figure.
 * @param kind the figure and the format of its runs, such as `degradation-lab 2`: another format is another archive
 */
export function createRunArchive<Run>(kind: string, { atMost = 4 }: Options = {}): RunArchive<Run> {
  const headKey = (id: string) => `${kind} head ${id}`;
  const runKey = (id: string) => `${kind} run ${id}`;
  const readHeads = (store: IDBObjectStore) =>
    promisifyRequest<KeptRun[]>(store.getAll(IDBKeyRange.bound(headKey(''), headKey('\uffff'))));
  const drop = (store: IDBObjectStore, dropped: KeptRun[]) => {
    for (const { id } of dropped) {
      store.delete(headKey(id));
      store.delete(runKey(id));
    }
    return promisifyRequest(store.transaction);
  };

  /** In a task of its own: copying a run for the store takes as long as drawing it, and the page answers in between. */
  const write = async (work: (store: IDBObjectStore) => Promise<void>) => {
    await new Promise((resolve) => setTimeout(resolve));
    await runs('readwrite', work);
  };

  const archive: RunArchive<Run> = {
    async keep(id, run) {
      const head = { id, tab: await thisTab(), keptAt: Date.now() };
      const work = async (store: IDBObjectStore) => {
        store.put(run, runKey(id));
        store.put(head, headKey(id));
        await drop(store, surplus(await readHeads(store), head, atMost));
      };
      return write(work).then(() => null, problemOf);
    },
    async list() {
      const heads = await runs('readonly', readHeads).catch(() => []);
      return heads.sort((a, b) => b.keptAt - a.keptAt);
    },
    async read(id) {
      const read = (store: IDBObjectStore) =>
        promisifyRequest<Run | undefined>(store.get(runKey(id)));
      return (await runs('readonly', read).catch(() => undefined)) ?? null;
    },
    async remove(id) {
      const remove = (store: IDBObjectStore) => drop(store, [{ id, tab: '', keptAt: 0 }]);
      await write(remove).catch(() => undefined);
    },
    async removeOwn() {
      const tab = await thisTab();
      const remove = async (store: IDBObjectStore) =>
        drop(
          store,
          (await readHeads(store)).filter((head) => head.tab === tab),
        );
      await write(remove).catch(() => undefined);
    },
    async find() {
      const [tab, heads] = await Promise.all([thisTab(), archive.list()]);
      const own = heads.find((head) => head.tab === tab);
      if (own) return archive.read(own.id);
      const open = await openTabs();
      const orphan = heads.find((head) => !open.has(head.tab));
      const run = orphan ? await archive.read(orphan.id) : null;
      if (orphan && run) await archive.keep(orphan.id, run);
      return run;
    },
  };
  return archive;
}

/** The runs that make way for the one just kept. */
export function surplus(heads: KeptRun[], kept: KeptRun, atMost: number): KeptRun[] {
  const isOwn = ({ tab }: KeptRun) => Number(tab === kept.tab);
  return heads
    .filter(({ id }) => id !== kept.id)
    .sort((a, b) => isOwn(b) - isOwn(a) || a.keptAt - b.keptAt)
    .slice(0, Math.max(0, heads.length - atMost));
}
