import { createStore } from 'zustand/vanilla';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { TrainEvent } from '../../contract/training.ts';
import { siteUrl } from '../../runtime/siteUrl.ts';
import { startTraining, type TrainRun } from '../../runtime/trainClient.ts';
import { keepRun, dropRun, keptRun } from '../../runtime/runArchive.ts';
import { applyEvents, type LiveRun } from './liveRun.ts';
import { defaultSettings, toTrainConfig, type LabSettings } from './settings.ts';

export interface LabState {
  settings: LabSettings;
  /** The run of this page. */
  live: LiveRun | null;
  /** The reader's last run, found on the device when the page opened. */
  kept: RunRecord | null;
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

/** Events are drawn together at most this often, so that drawing never holds up the page. */
const flushMs = 120;
/** A run that goes on is written to the device this often, in case the page is left. */
const keepEveryMs = 2000;
const archiveKey = 'degradation-lab';

/** The lab's state and everything the reader can do to it. */
export function createLabStore() {
  const store = createStore<LabState>(() => ({
    settings: defaultSettings,
    live: null,
    kept: null,
  }));
  let worker: TrainRun | null = null;
  let queue: TrainEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keptAt = -Infinity;

  const flush = () => {
    timer = undefined;
    const { live } = store.getState();
    if (!live) return;
    const events = queue;
    queue = [];
    const next = applyEvents(live, events);
    store.setState({ live: next });
    const due =
      performance.now() - keptAt > keepEveryMs || events.some(({ type }) => milestones.has(type));
    if (due && next.record.step > 0) {
      keptAt = performance.now();
      void keepRun(archiveKey, next.record);
    }
  };

  const hear = (event: TrainEvent) => {
    queue.push(event);
    timer ??= setTimeout(flush, flushMs);
  };

  return {
    ...store,
    change(settings: LabSettings) {
      store.setState({ settings });
    },
    train() {
      const { settings } = store.getState();
      const config = toTrainConfig(settings, siteUrl('data/cifar10/'));
      worker?.dispose();
      queue = [];
      store.setState({ live: startRun(settings, config.networks), kept: null });
      worker = startTraining(config, hear);
    },
    pause: () => worker?.pause(),
    resume: () => worker?.resume(),
    stop: () => worker?.stop(),
    /** Forgets this page's run and the one kept on the device. */
    reset() {
      worker?.dispose();
      worker = null;
      queue = [];
      void dropRun(archiveKey);
      store.setState({ live: null, kept: null });
    },
    async restore() {
      const kept = await keptRun(archiveKey);
      if (kept && !store.getState().live) store.setState({ kept });
    },
    dispose: () => worker?.dispose(),
  };
}

/** After these the run is written to the device at once. */
const milestones = new Set<TrainEvent['type']>([
  'evaluation',
  'paused',
  'done',
  'failed',
  'diverged',
]);

function startRun(
  settings: LabSettings,
  networks: Pick<RunRecord['networks'][number], 'id' | 'kind' | 'depth'>[],
): LiveRun {
  const { preset: _preset, backend: _backend, ...run } = settings;
  return {
    phase: 'starting',
    record: {
      startedAt: new Date().toISOString(),
      engine: { backend: '', device: '', reason: '' },
      settings: run,
      step: 0,
      trainingMs: 0,
      networks: networks.map((network) => ({
        ...network,
        parameters: 0,
        trainErrors: [],
        testErrors: [],
      })),
    },
  };
}
