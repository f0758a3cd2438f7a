import type { BackendName } from '../contract/engine.ts';
import type { RunConfig } from '../contract/runConfig.ts';
import type { TrainCommand, TrainEvent } from '../contract/training.ts';
import { siteUrl } from './siteUrl.ts';

/** The page's hold on one training run. */
export interface TrainRun {
  pause(): void;
  resume(): void;
  /** Ends the run at the next step; the event `done` says so. */
  stop(): void;
  /** Ends the worker at once; no more events follow. */
  dispose(): void;
}

/** Starts a run in a worker of its own. `onEvent` hears everything in order; a dead worker is heard as `failed`. */
export function startTraining(
  config: RunConfig,
  backend: 'auto' | BackendName,
  onEvent: (event: TrainEvent) => void,
): TrainRun {
  const worker = new Worker(new URL('../workers/train.worker.ts', import.meta.url), {
    type: 'module',
    name: 'train',
  });
  const send = (command: TrainCommand) => worker.postMessage(command);

  worker.addEventListener('message', ({ data }: MessageEvent<TrainEvent>) => {
    onEvent(data);
    if (data.type === 'done' || data.type === 'failed') worker.terminate();
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    onEvent({
      type: 'failed',
      message: event.message
        ? `Training stopped unexpectedly: ${event.message}.`
        : 'The training engine could not be loaded.',
      remedy: 'Check your network connection, press Reset and train again.',
    });
  });
  send({ type: 'start', config, dataUrl: siteUrl('data/cifar10/'), backend });

  return {
    pause: () => send({ type: 'pause' }),
    resume: () => send({ type: 'resume' }),
    stop: () => send({ type: 'stop' }),
    dispose: () => worker.terminate(),
  };
}
