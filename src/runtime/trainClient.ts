import type { Checkpoint } from '../contract/checkpoint.ts';
import type { BackendName } from '../contract/engine.ts';
import type { RunConfig } from '../contract/runConfig.ts';
import type { TrainCommand, TrainEvent } from '../contract/training.ts';
import { siteUrl } from '../lib/siteUrl.ts';
import {
  remedyIfRefused,
  sayDeath,
  watchWorker,
  type Death,
  type WatchedWorker,
} from './watchWorker.ts';
import { wishedBackend } from './wishedBackend.ts';

/** The page's hold on one training run. */
export interface TrainRun {
  pause(): void;
  resume(): void;
  /** Ends the run at the next step; the event `done` says so. */
  stop(): void;
  /** Ends the worker at once; no more events follow. */
  dispose(): void;
}

/** Workers of one run that may die one after the other before any has trained a step. */
const deathsInVain = 2;

/**
 * Starts a run in a worker of its own. `onEvent` hears everything in order. A run whose worker dies or no longer
 * answers goes on from its last checkpoint in another, which is heard as `rolledBack`; one that never trained a
 * step, or whose workers die one after the other, is heard as `failed`.
 * @param begin where a run goes on that was cut off earlier
 */
export function startTraining(
  config: RunConfig,
  backend: 'auto' | BackendName,
  onEvent: (event: TrainEvent) => void,
  begin?: Checkpoint,
): TrainRun {
  let from = begin;
  let step = begin?.step ?? 0;
  let inVain = 0;
  let isPaused = false;
  let worker = start();

  function start(): WatchedWorker<TrainCommand> {
    const thread = () =>
      new Worker(new URL('../workers/train.worker.ts', import.meta.url), {
        type: 'module',
        name: 'train',
      });
    const watched = watchWorker<TrainCommand, TrainEvent>(thread, { event: hear, death: bury });
    const dataUrl = siteUrl('data/cifar10/');
    watched.send({
      ...{ type: 'start', config, dataUrl, backend: wishedBackend(backend) },
      ...(from && { from }),
    });
    return watched;
  }

  function hear(event: TrainEvent): void {
    if (event.type === 'checkpoint') from = event.checkpoint;
    if (event.type === 'progress') {
      step = event.step;
      inVain = 0;
      worker.settle();
    }
    onEvent(event);
    if (event.type === 'done' || event.type === 'failed') worker.end();
  }

  function bury(death: Death): void {
    inVain += 1;
    if (step === 0 || inVain > deathsInVain || death.kind === 'refused') {
      return onEvent({ type: 'failed', ...explain(death) });
    }
    const resumedFrom = (from?.step ?? 0) + 1;
    onEvent({ type: 'rolledBack', cause: 'worker', lostAt: step + 1, resumedFrom });
    worker = start();
    if (isPaused) worker.send({ type: 'pause' });
  }

  return {
    pause() {
      isPaused = true;
      worker.send({ type: 'pause' });
    },
    resume() {
      isPaused = false;
      worker.send({ type: 'resume' });
    },
    stop: () =>
      worker.sendLast({ type: 'stop' }, () => onEvent({ type: 'done', step, reason: 'stopped' })),
    dispose: () => worker.end(),
  };
}

function explain(death: Death): { message: string; remedy: string } {
  const message = sayDeath(death, 'Training', 'The training engine');
  if (death.kind === 'refused') return { message, remedy: remedyIfRefused };
  return {
    message,
    remedy:
      death.kind === 'error'
        ? 'Check your network connection, press Reset and train again.'
        : 'Train again. If it keeps happening, choose a smaller size.',
  };
}
