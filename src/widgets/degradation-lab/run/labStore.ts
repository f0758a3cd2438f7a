import { createStore } from 'zustand/vanilla';
import type { Checkpoint } from '../../../contract/checkpoint.ts';
import { backendNames } from '../../../contract/engine.ts';
import type { RunConfig } from '../../../contract/runConfig.ts';
import { runUpTo, type RunRecord } from '../../../contract/runRecord.ts';
import type { TrainEvent } from '../../../contract/training.ts';
import type { StorageProblem } from '../../../lib/deviceStorage.ts';
import type { RunArchive } from '../../../runtime/runArchive.ts';
import { newId } from '../../../runtime/tab.ts';
import type { startTraining, TrainRun } from '../../../runtime/trainClient.ts';
import { addRuns, type FileRun } from '../files/addRuns.ts';
import { defaultSettings, isUsual, settingsOfRun, usualSettings } from '../setup/defaults.ts';
import { toRunConfig, type LabSettings } from '../setup/settings.ts';
import type { DeviceSpeed } from '../setup/speed.ts';
import { isCutOff, runsOf, type KeptRun } from '../../../runtime/labRuns.ts';
import { applyEvents, endRun, isBusy, startRun, type LiveRun } from './liveRun.ts';

export interface LabState {
  settings: LabSettings;
  /** The run of this page. */
  live: LiveRun | null;
  /** Runs of the same settings with the seeds before, when several were asked for. */
  finished: RunRecord[];
  /** The reader's last run, found on the device when the page opened. */
  kept: KeptRun | null;
  /** A run that was cut off, found on the device or failed on this page: it can go on. */
  unfinished: KeptRun | null;
  /** The newest weights of the live run. */
  checkpoint: Checkpoint | null;
  /** The reader's runs before this page's, shown until that has made a step. */
  before: RunRecord[];
  /** Runs that the reader added from files, of one set-up. */
  files: FileRun[];
  /** Why files could not be added, a sentence each. */
  fileProblems: string[];
  /** Null until it has been measured. */
  speed: DeviceSpeed | null;
  /** Why this page's run is not kept on the device, if it is not. */
  unkept: StorageProblem | null;
  /** How often the presenter asked for the recorded runs instead. */
  replays: number;
}

/** What the reader can do. */
export interface LabActions {
  change(settings: LabSettings): void;
  train(): void;
  /** Goes on with the unfinished run. */
  goOn(): void;
  /** Forgets the unfinished run; it is offered until the device has forgotten it. */
  discard(): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
  reset(): void;
  addFiles(files: readonly File[]): Promise<void>;
  removeFiles(): void;
  /** Measures the device unless that was done. */
  measure(): void;
}

/** How the lab reaches its worker, the device's storage and files: a test brings its own. */
export interface LabClients {
  startTraining: typeof startTraining;
  archive: Pick<RunArchive<KeptRun>, 'keep' | 'find' | 'remove' | 'removeOwn'>;
  readRunFile: (file: File) => Promise<RunRecord[]>;
  /** The device's speed, from storage or measured; null where it cannot be. */
  findSpeed: (signal: AbortSignal) => Promise<DeviceSpeed | null>;
}

/** Events are drawn together at most this often, so that drawing never holds up the page. */
const flushMs = 120;
/** A run that goes on is written to the device this often, in case the page is left. */
const keepEveryMs = 2000;
/** Writing may take this share of the time. */
const keepShare = 0.02;
/** After these the run is written to the device at once. */
const milestones = new Set<TrainEvent['type']>(['paused', 'done', 'failed', 'diverged']);

/** A lab without any run. */
const nothing = {
  ...{ live: null, finished: [], kept: null, unfinished: null, before: [] },
  checkpoint: null,
  ...{ files: [], fileProblems: [], unkept: null },
};

/** The lab as it is before the reader has done anything. */
export const untouched: LabState = {
  ...{ ...nothing, settings: defaultSettings, speed: null, replays: 0 },
};

/** What a run was trained on: another backend rounds differently, so it would not go on exactly. */
const backendOf = ({ engine }: RunRecord) =>
  backendNames.find((name) => name === engine.backend) ?? 'auto';

/** The lab's state and everything the reader can do to it. */
export function createLabStore({ startTraining, archive, readRunFile, findSpeed }: LabClients) {
  const store = createStore<LabState>(() => untouched);
  let worker: TrainRun | null = null;
  /** Whether the reader's own doing has taken the place of what is kept on the device. */
  let isOvertaken = false;
  /** A run takes the whole device: until it has ended nothing is measured. */
  let measuring: AbortController | null = null;
  /** Seeds that are still to be trained with the settings of the run that goes on. */
  let seeds: number[] = [];

  /** Starts a run that is heard only until it is disposed of, whatever is still on its way then. */
  function follow(
    config: RunConfig,
    backend: LabSettings['backend'],
    { id = newId(), from }: { id?: string; from?: Checkpoint } = {},
  ): TrainRun {
    let queue: TrainEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let keepAt = -Infinity;
    let checkpoint = from;
    let isOver = false;

    const asKept = ({ record, phase }: LiveRun): KeptRun => {
      const { finished } = store.getState();
      return {
        ...{ id, record },
        ...(checkpoint && { checkpoint }),
        ...(phase === 'done' && { ended: true }),
        ...((finished.length > 0 || seeds.length > 0) && { finished, seeds: [...seeds] }),
      };
    };
    const keep = async (live: LiveRun) => {
      const started = performance.now();
      keepAt = Infinity;
      const unkept = await archive.keep(id, asKept(live));
      const took = performance.now() - started;
      keepAt = performance.now() + Math.max(keepEveryMs, took / keepShare);
      if (!isOver) store.setState({ unkept });
    };
    const flush = () => {
      timer = undefined;
      const events = queue;
      queue = [];
      const live = applyEvents(store.getState().live as LiveRun, events);
      store.setState({ live, checkpoint: checkpoint ?? null });
      // Before its first weights are here, a run that was kept could not go on.
      const isDue =
        (checkpoint && performance.now() > keepAt) ||
        events.some(({ type }) => milestones.has(type));
      if (isDue && live.record.step > 0) void keep(live);
      if (live.phase === 'failed' && isCutOff(asKept(live)))
        store.setState({ unfinished: asKept(live) });
      if (events.some((event) => event.type === 'done' && event.reason === 'finished')) next();
    };
    measuring?.abort();
    const run = startTraining(
      config,
      backend,
      (event) => {
        if (isOver) return;
        if (event.type === 'checkpoint') checkpoint = event.checkpoint;
        queue.push(event);
        timer ??= setTimeout(flush, flushMs);
      },
      from,
    );
    return {
      ...run,
      dispose() {
        isOver = true;
        clearTimeout(timer);
        run.dispose();
      },
    };
  }

  /** After a run has finished, the one with the next seed begins. */
  function next(): void {
    const { live, finished, settings } = store.getState();
    if (live) trainNextSeed([...finished, live.record], settings.backend);
  }

  /** @param finished the runs of the seeds before, the newest last */
  function trainNextSeed(finished: RunRecord[], backend: LabSettings['backend']): void {
    const config = finished.at(-1)?.config;
    const seed = seeds.shift();
    if (seed === undefined || !config) return;
    const another = { ...config, recipe: { ...config.recipe, seed } };
    worker?.dispose();
    store.setState({ live: startRun(another), finished, checkpoint: null });
    worker = follow(another, backend);
  }

  /** Of a run that cannot go on by itself: what is kept of it on the device can be taken up. */
  async function offerCutOff(record: RunRecord): Promise<void> {
    const kept = await archive.find();
    if (kept?.record.startedAt === record.startedAt && isCutOff(kept))
      store.setState({ unfinished: kept });
  }

  return {
    ...store,
    change(settings: LabSettings) {
      store.setState({ settings });
    },
    train() {
      const { settings, live, finished, kept, before: earlier } = store.getState();
      const config = toRunConfig(settings);
      seeds = Array.from({ length: settings.seeds - 1 }, (_, i) => settings.seed + i + 1);
      isOvertaken = true;
      worker?.dispose();
      const own = live && live.record.step > 0 ? [...finished, live.record] : finished;
      const before = own.length > 0 ? own : kept ? runsOf(kept) : earlier;
      store.setState({ ...nothing, live: startRun(config), before });
      worker = follow(config, settings.backend);
    },
    goOn() {
      const { unfinished } = store.getState();
      if (!unfinished) return;
      const { id, record, checkpoint, ended, finished = [] } = unfinished;
      isOvertaken = true;
      seeds = [...(unfinished.seeds ?? [])];
      const settings = {
        ...settingsOfRun((finished[0] ?? record).config),
        seeds: finished.length + 1 + seeds.length,
      };
      worker?.dispose();
      if (ended || !checkpoint) {
        store.setState({ ...nothing, settings });
        trainNextSeed(runsOf(unfinished), backendOf(record));
        return;
      }
      const live: LiveRun = { phase: 'starting', record: runUpTo(record, checkpoint.step) };
      store.setState({ ...nothing, settings, live, finished });
      worker = follow(record.config, backendOf(record), { id, from: checkpoint });
    },
    async discard() {
      const { unfinished } = store.getState();
      if (!unfinished) return;
      await archive.remove(unfinished.id);
      if (store.getState().unfinished === unfinished) store.setState({ unfinished: null });
    },
    pause: () => worker?.pause(),
    resume: () => worker?.resume(),
    stop() {
      seeds = [];
      worker?.stop();
    },
    /** Forgets this tab's runs, here and on the device, and sets the controls back. */
    reset() {
      isOvertaken = true;
      seeds = [];
      worker?.dispose();
      worker = null;
      void archive.removeOwn();
      store.setState({ ...nothing, settings: usualSettings(store.getState().speed) });
    },
    async addFiles(files: readonly File[]) {
      const read = await Promise.allSettled(
        files.map(async (file) =>
          (await readRunFile(file)).map((record): FileRun => ({ from: file.name, record })),
        ),
      );
      const refused = read.flatMap((one) =>
        one.status === 'rejected' ? [(one.reason as Error).message] : [],
      );
      const added = read.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
      const { runs, problems } = addRuns(store.getState().files, added);
      store.setState({ files: runs, fileProblems: [...refused, ...problems] });
    },
    removeFiles: () => store.setState({ files: [], fileProblems: [] }),
    measure() {
      const { live, speed: known } = store.getState();
      if (known || measuring || (live && isBusy(live))) return;
      const { signal } = (measuring = new AbortController());
      void findSpeed(signal).then((speed) => {
        const { settings } = store.getState();
        store.setState({
          speed,
          settings: isUsual(settings, null) ? usualSettings(speed) : settings,
        });
        if (signal.aborted) measuring = null;
      });
    },
    /**
     * Shows this tab's finished run that is kept on the device, or offers to go on with one that was cut off, unless
     * the reader has trained or reset meanwhile. Controls that have not been touched are set as they were for it.
     */
    async restore() {
      const kept = await archive.find();
      if (!kept || isOvertaken) return;
      const { settings, speed } = store.getState();
      if (isCutOff(kept)) {
        store.setState({ unfinished: kept });
        return;
      }
      const [first = kept.record, ...others] = runsOf(kept);
      const asRun = { ...settingsOfRun(first.config), seeds: 1 + others.length };
      store.setState({ kept, settings: isUsual(settings, speed) ? asRun : settings });
    },
    /** Shows the recorded runs, whatever this page's own run does: it can be taken up again. */
    replay() {
      isOvertaken = true;
      const { live, replays, settings, speed } = store.getState();
      worker?.dispose();
      worker = null;
      store.setState({ ...nothing, settings, speed, replays: replays + 1 });
      if (live && isBusy(live)) void offerCutOff(live.record);
    },
    /** Goes on with what another window's lab showed: a run that it was training has stopped, and can be taken up again. */
    takeOver(state: LabState) {
      isOvertaken = true;
      const { live, finished, checkpoint, settings } = state;
      const { replays } = store.getState();
      if (!live || !isBusy(live)) return store.setState({ ...state, replays });
      const last = settings.seed + settings.seeds - 1;
      const { seed } = live.record.config.recipe;
      const cutOff: KeptRun = {
        ...{ id: newId(), record: live.record },
        ...(checkpoint && { checkpoint }),
        ...{ finished, seeds: Array.from({ length: last - seed }, (_, i) => seed + i + 1) },
      };
      const unfinished = isCutOff(cutOff) ? cutOff : null;
      store.setState({ ...state, replays, live: endRun(live), unfinished });
      void offerCutOff(live.record);
    },
    dispose() {
      measuring?.abort();
      worker?.dispose();
    },
  };
}
