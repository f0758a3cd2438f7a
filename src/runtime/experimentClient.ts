import type { Experiment, ExperimentCommand, ExperimentEvent } from '../contract/experiments.ts';
import type { BackendName } from '../contract/engine.ts';
import { siteUrl } from './siteUrl.ts';

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
  const worker = new Worker(new URL('../workers/experiment.worker.ts', import.meta.url), {
    type: 'module',
    name: 'experiment',
  });
  const send = (command: ExperimentCommand) => worker.postMessage(command);
  let id = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<ExperimentEvent>) => {
    if (data.id === id) onEvent(data);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    onEvent({
      id,
      type: 'failed',
      message: event.message
        ? `This figure stopped unexpectedly: ${event.message}.`
        : 'The engine could not be loaded.',
      remedy: 'Check your network connection and try again.',
    });
  });

  return {
    run(experiment) {
      const dataUrl = siteUrl('data/cifar10/');
      send({ type: 'run', id: ++id, experiment, dataUrl, backend });
    },
    stop: () => send({ type: 'stop', id }),
    dispose: () => worker.terminate(),
  };
}
