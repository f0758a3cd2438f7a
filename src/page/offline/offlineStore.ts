import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OfflineList, OfflinePart } from '../../contract/offline.ts';
import { watchLine } from '../../data/download/outage.ts';
import { reasonOf } from '../../lib/reasonOf.ts';
import { deleteFiles, keptPaths, readList, sizesOf, type PartSize } from './keptFiles.ts';
import { register } from './register.ts';
import { saveFiles } from './saveFiles.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { obstacles } from './whyNot.ts';
import { sayFailure } from './words.ts';

export interface OfflineState {
  phase: 'looking' | 'ready' | 'saving' | 'removing' | 'impossible';
  /** Why nothing can be saved, or why saving ended early. */
  failure: string;
  /** A word on what has just been done, to be announced. */
  said: string;
  parts: PartSize[];
  chosen: ReadonlySet<OfflinePart>;
  /** Of what is being saved. */
  received: number;
  total: number;
  isLineDown: boolean;
  /** What the browser allows the site, in bytes; undefined where it doesn't tell. */
  room: { used: number; allowed: number } | undefined;
  /** The browser promises to delete nothing by itself. */
  isPersistent: boolean;
}

export interface OfflineStore {
  state: StoreApi<OfflineState>;
  /** Looks at what is saved. */
  look(): Promise<void>;
  choose(part: OfflinePart, isChosen: boolean): void;
  save(): Promise<void>;
  cancel(): void;
  /** Deletes a part; without one, everything. */
  remove(part?: OfflinePart): Promise<void>;
}

/** Saves parts of the site for offline and says what is saved. */
export function createOfflineStore(): OfflineStore {
  const root = siteUrl();
  let list: OfflineList | undefined;
  let saving = new AbortController();
  const state = createStore<OfflineState>()(() => ({
    ...{ phase: 'looking', failure: '', said: '', parts: [], received: 0, total: 0 },
    ...{ isLineDown: false, room: undefined, isPersistent: false },
    chosen: new Set<OfflinePart>(['chapter', 'classifier', 'python', 'pictures']),
  }));
  watchLine((isLineDown) => state.setState({ isLineDown }));

  async function measure(): Promise<void> {
    if (!list) return;
    state.setState({ parts: sizesOf(list, await keptPaths(root)) });
    const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
    const isPersistent = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
    const { usage: used, quota: allowed } = estimate ?? {};
    const room = used === undefined || allowed === undefined ? undefined : { used, allowed };
    state.setState({ room, isPersistent });
  }

  const keptBytes = () => state.getState().parts.reduce((sum, part) => sum + part.keptBytes, 0);

  return {
    state,
    async look() {
      const registration = await register();
      if (typeof registration === 'string')
        return state.setState({ phase: 'impossible', failure: obstacles[registration] });
      try {
        list = await readList(root);
        await measure();
        state.setState({ phase: 'ready' });
      } catch (error) {
        const failure = `What is saved could not be found out: ${reasonOf(error)}. Reload this page when you are online.`;
        state.setState({ phase: 'impossible', failure });
      }
    },
    choose(part, isChosen) {
      const chosen = new Set(state.getState().chosen);
      if (isChosen) chosen.add(part);
      else chosen.delete(part);
      state.setState({ chosen });
    },
    async save() {
      if (!list) return;
      saving = new AbortController();
      state.setState({ phase: 'saving', failure: '', said: '', received: 0, total: 0 });
      const { chosen } = state.getState();
      try {
        const kept = await keptPaths(root);
        const missing = list.files.filter(({ part, path }) => chosen.has(part) && !kept.has(path));
        state.setState({ total: missing.reduce((sum, { bytes }) => sum + bytes, 0) });
        // Some browsers ask the reader.
        void navigator.storage?.persist?.().catch(() => false);
        await saveFiles(missing, {
          ...{ root, signal: saving.signal },
          onBytes: (received) => state.setState({ received }),
        });
        await navigator.serviceWorker.ready;
        await measure();
        const said =
          'Saved. What you chose works without a network connection now, in aeroplane mode, too.';
        state.setState({ said });
      } catch (error) {
        await measure().catch(() => undefined);
        const { room, received, total } = state.getState();
        // What the browser allows is often more than the device has.
        const free = room && Math.max(0, room.allowed - room.used);
        const left = free !== undefined && free < total - received && { room: free };
        if (saving.signal.aborted)
          state.setState({ said: 'Cancelled. What has been saved so far stays.' });
        else state.setState({ failure: sayFailure(error, { keptBytes: keptBytes(), ...left }) });
      }
      state.setState({ phase: 'ready', isLineDown: false });
    },
    cancel: () => saving.abort(),
    async remove(part) {
      if (!list) return;
      state.setState({ phase: 'removing', failure: '', said: '' });
      try {
        await deleteFiles(
          root,
          list.files.filter((file) => !part || file.part === part),
        );
        await measure();
        state.setState({ said: 'Removed from this device.' });
      } catch (error) {
        state.setState({ failure: `It could not be removed: ${reasonOf(error)}.` });
      }
      state.setState({ phase: 'ready' });
    },
  };
}
