import { createStore } from 'zustand/vanilla';
import { startExperimenter, type Experimenter } from '../runtime/experimentClient.ts';
import type { Experiment, ExperimentEvent, Finding } from '../contract/experiments.ts';
import type { EngineInfo } from '../contract/engine.ts';

export interface ExperimentState<Settings, Result> {
  settings: Settings;
  /** What was found so far; null before the first experiment. */
  result: Result | null;
  phase: 'idle' | 'starting' | 'running' | 'done' | 'failed';
  waitingFor: Extract<ExperimentEvent, { type: 'waiting' }>['for'] | null;
  engine: EngineInfo | null;
  /** Ended by the reader. */
  stopped: boolean;
  failure: { message: string; remedy: string } | null;
}

export interface ExperimentActions<Settings> {
  /** Of no consequence to an experiment that goes on. */
  change(settings: Settings): void;
  run(): void;
  stop(): void;
  /** Forgets what was found, and sets the controls back. */
  reset(): void;
}

interface Figure<Settings, Result> {
  settings: Settings;
  plan(settings: Settings): Experiment;
  /** @param previous what an earlier run found, to be shown until this one has found its own */
  begin(settings: Settings, previous: Result | null): Result;
  /** The result after findings, which came in this order; `result` itself is left as it is. */
  add(result: Result, findings: Finding[]): Result;
}

/** Findings are drawn together at most this often, so that drawing never holds up the page. */
const flushMs = 80;

/** The state of a figure that experiments, and what the reader can do to it. The worker starts with the first run. */
export function createExperimentStore<Settings, Result>(figure: Figure<Settings, Result>) {
  const idle: ExperimentState<Settings, Result> = {
    ...{ settings: figure.settings, result: null, phase: 'idle', waitingFor: null },
    ...{ engine: null, stopped: false, failure: null },
  };
  const store = createStore(() => idle);
  let experimenter: Experimenter | null = null;
  let queue: ExperimentEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const events = queue;
    queue = [];
    store.setState((state) => applyEvents(state, events, figure.add));
  };
  const hear = (event: ExperimentEvent) => {
    queue.push(event);
    timer ??= setTimeout(flush, flushMs);
  };
  const dispose = () => {
    experimenter?.dispose();
    experimenter = null;
    clearTimeout(timer);
    timer = undefined;
    queue = [];
  };

  return {
    ...store,
    change: (settings: Settings) => store.setState({ settings }),
    run() {
      const { settings, phase, result: previous } = store.getState();
      // A worker that failed may be dead.
      if (phase === 'failed') dispose();
      queue = [];
      const result = figure.begin(settings, previous);
      store.setState({ result, phase: 'starting', stopped: false, failure: null });
      experimenter ??= startExperimenter('auto', hear);
      experimenter.run(figure.plan(settings));
    },
    stop: () => experimenter?.stop(),
    reset() {
      dispose();
      store.setState(idle);
    },
    dispose,
  };
}

/** The state after `events`. */
export function applyEvents<Settings, Result>(
  state: ExperimentState<Settings, Result>,
  events: ExperimentEvent[],
  add: (result: Result, findings: Finding[]) => Result,
): ExperimentState<Settings, Result> {
  const next = { ...state };
  for (const event of events) {
    switch (event.type) {
      case 'waiting':
        next.waitingFor = event.for;
        break;
      case 'engine':
        next.engine = { backend: event.backend, device: event.device, reason: event.reason };
        break;
      case 'finding':
        next.phase = 'running';
        next.waitingFor = null;
        break;
      case 'done':
        next.phase = 'done';
        next.waitingFor = null;
        next.stopped = event.stopped;
        break;
      case 'failed':
        next.phase = 'failed';
        next.waitingFor = null;
        next.failure = { message: event.message, remedy: event.remedy };
        break;
    }
  }
  const findings = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []));
  if (next.result !== null && findings.length > 0) next.result = add(next.result, findings);
  return next;
}
