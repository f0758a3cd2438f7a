import type { Experiment, ExperimentCommand, ExperimentEvent } from '../contract/experiments.ts';
import type { BackendName } from '../contract/engine.ts';
import { siteUrl } from '../lib/siteUrl.ts';
import { remedyIfRefused, sayDeath, watchWorker, type Death } from './watchWorker.ts';
import { wishedBackend } from './wishedBackend.ts';

/** The page's hold on an experiment worker. */
export interface Experimenter {
  /** Replaces the running experiment with another; the old one sends no more events. */
  run(experiment: Experiment): void;
  /** Ends it at its next finding; the event `done` says so. */
  stop(): void;
  /** Ends the worker at once; no more events follow. */
  dispose(): void;
}

/**
 * Starts a worker that keeps its engine and pictures from one experiment to the next. `onEvent` hears the
 * newest experiment in order; a dead worker is heard as `failed`, and is of no use afterwards.
 */
export function startExperimenter(
  backend: 'auto' | BackendName,
  onEvent: (event: ExperimentEvent) => void,
): Experimenter {
  const thread = () =>
    new Worker(new URL('../workers/experiment.worker.ts', import.meta.url), {
      type: 'module',
      name: 'experiment',
    });
  let id = 0;
  const worker = watchWorker<ExperimentCommand, ExperimentEvent>(thread, {
    event(event) {
      if (event.type === 'finding') worker.settle();
      if (event.id === id) onEvent(event);
    },
    death: (death) => onEvent({ id, type: 'failed', ...explain(death) }),
  });

  return {
    run(experiment) {
      const dataUrl = siteUrl('data/cifar10/');
      worker.send({
        ...{ type: 'run', id: ++id, experiment, dataUrl },
        backend: wishedBackend(backend),
      });
    },
    stop: () =>
      worker.sendLast({ type: 'stop', id }, () => {
        const message = 'The engine did not respond to Stop, so it was shut down.';
        onEvent({ id, type: 'failed', message, remedy });
      }),
    dispose: () => worker.end(),
  };
}

const remedy = 'Run it again to start a new engine.';

function explain(death: Death): { message: string; remedy: string } {
  const message = sayDeath(death, 'This figure');
  if (death.kind === 'refused') return { message, remedy: remedyIfRefused };
  return {
    message,
    remedy: death.kind === 'error' ? 'Check your network connection and try again.' : remedy,
  };
}
