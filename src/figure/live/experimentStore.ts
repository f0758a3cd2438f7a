import { createStore } from 'zustand/vanilla';
import type { EngineInfo } from '../../contract/engine.ts';
import type { ExperimentRecord } from '../../contract/experimentRecord.ts';
import type {
  Bytes,
  Experiment,
  ExperimentEvent,
  ExperimentName,
  Finding,
} from '../../contract/experiments.ts';
import { wantsLessMotion } from '../../lib/motion.ts';
import type { startExperimenter } from '../../runtime/experimentClient.ts';

/** All that a figure that experiments shows follows from this. */
export interface ExperimentState<Settings, Result> {
  settings: Settings;
  /** What was found so far; null before the first experiment of a figure that opens on no recording. */
  result: Result | null;
  /** The settings that `result` was found with. */
  ran: Settings | null;
  /** The record that `result` comes from; null once something was found here. */
  recorded: ExperimentRecord | null;
  /** When `result` was found on this device, if that was in an earlier visit: ISO 8601. */
  keptAt: string | null;
  /** An experiment that has found nothing yet: until then the earlier result is shown. */
  next: { settings: Settings; result: Result } | null;
  phase: 'idle' | 'starting' | 'running' | 'done' | 'failed';
  waitingFor: Extract<ExperimentEvent, { type: 'waiting' }>['for'] | null;
  /** How much of a download has come, where it waits for one. */
  bytes: Bytes | null;
  engine: EngineInfo | null;
  /** Ended by the reader. */
  stopped: boolean;
  failure: { message: string; remedy: string } | null;
}

/** An experiment that came to its end, as it is kept on the device. */
export interface Finished<Settings, Result> {
  ran: Settings;
  result: Result;
  engine: EngineInfo | null;
  /** ISO 8601. */
  at: string;
}

export interface ExperimentActions<Settings> {
  /** An experiment that is running goes on with its own settings. */
  change(settings: Settings): void;
  run(): void;
  /** Runs, but for an experiment that has found nothing yet: it is left to do so first, and the newest settings follow. */
  runSoon(): void;
  stop(): void;
  /** Forgets what was found, and sets the controls back. */
  reset(): void;
}

interface Declaration<N extends ExperimentName, Settings, Result> {
  settings: Settings;
  /** What is shown before the first experiment, and again after a reset. */
  opensOn?: Pick<ExperimentState<Settings, Result>, 'result' | 'ran' | 'recorded'> | undefined;
  experiment(settings: Settings): Experiment<N>;
  initial(settings: Settings, previous: Result | null): Result;
  reduce(result: Result, finding: Finding<N>): Result;
  /** A recorded result as it was after this share of its run; left out, a replay shows all of it at once. */
  upTo?: ((result: Result, share: number) => Result) | undefined;
}

/** Before the first experiment. */
export const idle = {
  result: null,
  ran: null,
  recorded: null,
  keptAt: null,
  next: null,
  phase: 'idle',
  waitingFor: null,
  bytes: null,
  engine: null,
  stopped: false,
  failure: null,
} as const;

/** Findings are drawn together at most this often, so that drawing never holds up the page. */
const flushMs = 80;
/** A recorded run is played in so long. */
const replayMs = 8000;

/**
 * The state of a figure that experiments, and what the reader can do to it.
 * @param start starts a worker, with the first run
 */
export function createExperimentStore<N extends ExperimentName, Settings, Result>(
  { settings, opensOn, experiment, initial, reduce, upTo }: Declaration<N, Settings, Result>,
  start: typeof startExperimenter,
) {
  type State = ExperimentState<Settings, Result>;
  const opening: State = { settings, ...idle, ...opensOn };
  const store = createStore<State>(() => opening);
  let experimenter: ReturnType<typeof start> | null = null;
  let queue: ExperimentEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let replaying: ReturnType<typeof setTimeout> | undefined;
  /** Whether the settings have changed since an experiment began that has found nothing yet. */
  let isDue = false;

  const flush = () => {
    timer = undefined;
    const events = queue;
    queue = [];
    store.setState((state) =>
      events.reduce((next, event) => applyEvent<N, State, Result>(next, event, reduce), state),
    );
    if (isDue && store.getState().phase !== 'starting') run();
  };
  const hear = (event: ExperimentEvent) => {
    queue.push(event);
    timer ??= setTimeout(flush, flushMs);
  };
  const dispose = () => {
    experimenter?.dispose();
    experimenter = null;
    clearTimeout(timer);
    clearTimeout(replaying);
    timer = undefined;
    queue = [];
    isDue = false;
  };
  const run = () => {
    const { settings: chosen, phase, result: previous } = store.getState();
    // A worker that failed may be dead.
    if (phase === 'failed') dispose();
    clearTimeout(replaying);
    queue = [];
    isDue = false;
    const next = { settings: chosen, result: initial(chosen, previous) };
    store.setState({ next, phase: 'starting', stopped: false, failure: null });
    experimenter ??= start('auto', hear);
    // TypeScript does not see that the experiment of one name is one of all.
    experimenter.run(experiment(chosen) as unknown as Experiment);
  };

  return {
    ...store,
    change: (changed: Settings) => store.setState({ settings: changed }),
    run,
    runSoon() {
      if (store.getState().phase === 'starting') isDue = true;
      else run();
    },
    stop() {
      // What still loads or compiles does not hear: it is ended, and what was shown is shown again.
      const { phase, recorded, result } = store.getState();
      if (phase !== 'starting') return experimenter?.stop();
      dispose();
      const before = recorded || !result ? 'idle' : 'done';
      store.setState({ phase: before, next: null, waitingFor: null });
    },
    reset() {
      dispose();
      store.setState(opening);
    },
    /** Shows again what the figure opened on, and plays it from its first step if it is a run of steps. */
    replay() {
      dispose();
      store.setState({ ...opening, settings: opening.ran ?? settings });
      const { result } = opening;
      if (!result || !upTo || wantsLessMotion()) return;
      const began = performance.now();
      const play = () => {
        const share = Math.min(1, (performance.now() - began) / replayMs);
        store.setState({ result: share < 1 ? upTo(result, share) : result });
        if (share < 1) replaying = setTimeout(play, flushMs);
      };
      play();
    },
    /** Goes on from the state of a store whose worker is lost. */
    takeOver(state: State) {
      dispose();
      const { phase, recorded, result } = state;
      const isCutOff = phase === 'starting' || phase === 'running';
      const stopped = phase === 'running' || state.stopped;
      const ended = { next: null, waitingFor: null, stopped };
      const before = recorded || !result ? ('idle' as const) : ('done' as const);
      // A replay that was cut off is shown to its end.
      const whole = recorded && opening.result ? { result: opening.result } : {};
      store.setState({ ...state, ...whole, ...(isCutOff && { ...ended, phase: before }) });
    },
    /** Shows what an earlier visit found, if nothing was run meanwhile; controls that were touched or linked to stay. */
    restore({ ran, result, engine, at }: Finished<Settings, Result>) {
      const { phase, settings: chosen } = store.getState();
      if (phase !== 'idle') return;
      clearTimeout(replaying);
      const found = { ran, result, engine, keptAt: at, recorded: null };
      const kept = chosen === opening.settings ? { settings: ran } : {};
      store.setState({ ...found, ...kept, phase: 'done', stopped: false });
    },
    dispose,
  };
}

export type ExperimentStore<Settings, Result> = ReturnType<
  typeof createExperimentStore<ExperimentName, Settings, Result>
>;

/** The state after one event. */
function applyEvent<
  N extends ExperimentName,
  State extends ExperimentState<unknown, Result>,
  Result,
>(state: State, event: ExperimentEvent, reduce: (result: Result, finding: Finding<N>) => Result) {
  switch (event.type) {
    case 'waiting':
      return { ...state, waitingFor: event.for, bytes: event.bytes ?? null };
    case 'engine': {
      const { backend, device, reason } = event;
      return { ...state, engine: { backend, device, reason } };
    }
    case 'finding': {
      const { next, ran, result, recorded, keptAt } = state;
      const finding = event.finding as Finding<N>;
      const before = next ? next.result : result;
      return {
        ...state,
        phase: 'running' as const,
        waitingFor: null,
        next: null,
        ran: next ? next.settings : ran,
        recorded: next ? null : recorded,
        keptAt: next ? null : keptAt,
        result: before === null ? null : reduce(before, finding),
      };
    }
    case 'done':
      return { ...state, phase: 'done' as const, waitingFor: null, stopped: event.stopped };
    case 'failed': {
      const { message, remedy } = event;
      return {
        ...state,
        phase: 'failed' as const,
        waitingFor: null,
        failure: { message, remedy },
      };
    }
  }
}
