import { createStore } from 'zustand/vanilla';
import type { Checkpoint } from '../../contract/checkpoint.ts';
import { engineVersion } from '../../contract/engine.ts';
import type { RunConfig } from '../../contract/runConfig.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { TrainEvent } from '../../contract/training.ts';
import type { RunArchive } from '../../runtime/runArchive.ts';
import type { startTraining, TrainRun } from '../../runtime/trainClient.ts';
import { applyEvents, type LiveRun } from './liveRun.ts';
import { defaultSettings, settingsOfRun, toRunConfig, type LabSettings } from './settings.ts';

export interface LabState {
  settings: LabSettings;
  /** The run of this page. */
  live: LiveRun | null;
  /** The reader's last run, found on the device when the page opened. */
  kept: RunRecord | null;
  /** The reader's run before this page's, shown until that has made a step. */
  before: RunRecord | null;
  /** The newest weights of the live run. */
  checkpoint: Checkpoint | null;
}

/** What the reader can do. */
export interface LabActions {
  change(settings: LabSettings): void;
  train(): void;
  pause(): void;
  resume(): void;
  stop(): void;
  reset(): void;
}

/** How the lab reaches its worker and the device's storage: a test brings its own. */
interface LabClients {
  startTraining: typeof startTraining;
  archive: RunArchive;
}

/** Events are drawn together at most this often, so that drawing never holds up the page. */
const flushMs = 120;
/** A run that goes on is written to the device this often, in case the page is left. */
const keepEveryMs = 2000;
/** After these the run is written to the device at once. */
const milestones = new Set<TrainEvent['type']>([
  'measurement',
  'paused',
  'done',
  'failed',
  'diverged',
]);

/** The lab's state and everything the reader can do to it. */
export function createLabStore({ startTraining, archive }: LabClients) {
  const store = createStore<LabState>(() => ({
    settings: defaultSettings,
    live: null,
    kept: null,
    before: null,
    checkpoint: null,
  }));
  let worker: TrainRun | null = null;
  /** Whether the reader's own doing has taken the place of what is kept on the device. */
  let isOvertaken = false;

  /** Starts a run that is heard only until it is disposed of, whatever is still on its way then. */
  function follow(config: RunConfig, backend: LabSettings['backend']): TrainRun {
    let queue: TrainEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let keptAt = -Infinity;
    let isOver = false;

    const flush = () => {
      timer = undefined;
      const events = queue;
      queue = [];
      const live = applyEvents(store.getState().live as LiveRun, events);
      store.setState({ live });
      const isDue =
        performance.now() - keptAt > keepEveryMs || events.some(({ type }) => milestones.has(type));
      if (isDue && live.record.step > 0) {
        keptAt = performance.now();
        void archive.keep(live.record);
      }
    };
    const run = startTraining(config, backend, (event) => {
      if (isOver) return;
      if (event.type === 'checkpoint') return store.setState({ checkpoint: event.checkpoint });
      queue.push(event);
      timer ??= setTimeout(flush, flushMs);
    });
    return {
      ...run,
      dispose() {
        isOver = true;
        clearTimeout(timer);
        run.dispose();
      },
    };
  }

  return {
    ...store,
    change(settings: LabSettings) {
      store.setState({ settings });
    },
    train() {
      const { settings, live, kept, before: earlier } = store.getState();
      const config = toRunConfig(settings);
      isOvertaken = true;
      worker?.dispose();
      const before = live && live.record.step > 0 ? live.record : (kept ?? earlier);
      store.setState({ live: startRun(config), kept: null, before, checkpoint: null });
      worker = follow(config, settings.backend);
    },
    pause: () => worker?.pause(),
    resume: () => worker?.resume(),
    stop: () => worker?.stop(),
    /** Forgets this page's run and the one kept on the device, and sets the controls back. */
    reset() {
      isOvertaken = true;
      worker?.dispose();
      worker = null;
      void archive.drop();
      store.setState({
        settings: defaultSettings,
        ...{ live: null, kept: null, before: null, checkpoint: null },
      });
    },
    /**
     * Shows the run that is kept on the device, unless the reader has trained or reset meanwhile, and sets the
     * controls as they were for it, unless they have been changed.
     */
    async restore() {
      const kept = await archive.read();
      if (!kept || isOvertaken) return;
      const { settings } = store.getState();
      store.setState({
        kept,
        settings: settings === defaultSettings ? settingsOfRun(kept.config) : settings,
      });
    },
    dispose: () => worker?.dispose(),
  };
}

/** A run of which nothing is known yet. */
function startRun(config: RunConfig): LiveRun {
  return {
    phase: 'starting',
    record: {
      startedAt: new Date().toISOString(),
      engine: { backend: '', device: '', reason: '', version: engineVersion },
      config,
      ...{ step: 0, trainingMs: 0, every: 1 },
      networks: config.networks.map(({ id }) => ({
        id,
        parameters: 0,
        trainErrors: [],
        losses: [],
        measurements: [],
      })),
    },
  };
}
