import type { Experiment, ExperimentName, Finding } from '../../contract/experiments.ts';
import type { startExperimenter } from '../../runtime/experimentClient.ts';
import { longestDemoMs, RehearsalFailed, type Rehearsed, type Rehearsing } from '../rehearsal.ts';
import { statusOf, type RunState } from './describeRun.ts';

/** A figure's experiment, as its declaration describes it. */
interface Rehearsable<N extends ExperimentName, Settings, Result> {
  /** Those that a class sees first. */
  settings: Settings;
  runLabel: string;
  experiment: (settings: Settings) => Experiment<N>;
  initial: (settings: Settings, previous: null) => Result;
  reduce: (result: Result, finding: Finding<N>) => Result;
  progress: (result: Result) => string;
}

/**
 * Runs a figure's experiment once, in a worker like the figure's own, to its end or for as long as a class would wait.
 * @param start starts the worker
 */
export function rehearseExperiment<N extends ExperimentName, Settings, Result>(
  { settings, runLabel, experiment, initial, reduce, progress }: Rehearsable<N, Settings, Result>,
  { signal, tell }: Rehearsing,
  start: typeof startExperimenter,
): Promise<Rehearsed> {
  return new Promise<Rehearsed>((resolve, reject) => {
    const began = performance.now();
    let result = initial(settings, null);
    let state: RunState = { ...asleep, phase: 'starting' };
    let startMs: number | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;

    const end = () => {
      clearTimeout(patience);
      experimenter.dispose();
    };
    const resolveAfter = (known: 'measured' | 'at least') => {
      const allMs = performance.now() - began;
      const ms = allMs - (startMs ?? 0);
      const device = state.engine?.device ?? '';
      resolve({
        ...{ device, startMs: startMs ?? allMs },
        takes: [{ what: `“${runLabel}”`, ms, known }],
      });
      end();
    };
    const experimenter = start('auto', (event) => {
      switch (event.type) {
        case 'waiting':
          state = { ...state, waitingFor: event.for, bytes: event.bytes ?? null };
          break;
        case 'engine':
          state = { ...state, engine: event };
          break;
        case 'finding':
          startMs ??= performance.now() - began;
          patience ??= setTimeout(() => resolveAfter('at least'), longestDemoMs);
          result = reduce(result, event.finding as Finding<N>);
          state = { ...state, phase: 'running', waitingFor: null };
          break;
        case 'done':
          return resolveAfter('measured');
        case 'failed':
          reject(new RehearsalFailed(event.message));
          return end();
      }
      tell(statusOf(state, progress(result)));
    });
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason as Error);
    });
    // TypeScript does not see that the experiment of one name is one of all.
    experimenter.run(experiment(settings) as unknown as Experiment);
  });
}

const asleep = {
  ...{ waitingFor: null, bytes: null, engine: null, stopped: false, recorded: null, keptAt: null },
} satisfies Omit<RunState, 'phase'>;
