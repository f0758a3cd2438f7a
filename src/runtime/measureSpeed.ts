import type { BackendName } from '../contract/engine.ts';
import type { MeasuredStep, TrainCommand, TrainEvent } from '../contract/training.ts';
import { watchWorker } from './watchWorker.ts';
import { wishedBackend } from './wishedBackend.ts';

/**
 * How long steps of small networks take on this device, in a worker of its own; null where none can be trained, or once
 * `signal` is aborted.
 */
export function measureSpeed(
  backend: 'auto' | BackendName,
  signal: AbortSignal,
): Promise<MeasuredStep[] | null> {
  const thread = () =>
    new Worker(new URL('../workers/train.worker.ts', import.meta.url), {
      type: 'module',
      name: 'measure',
    });
  return new Promise((resolve) => {
    const worker = watchWorker<TrainCommand, TrainEvent>(thread, {
      event(event) {
        if (event.type !== 'speed' && event.type !== 'failed') return;
        worker.end();
        resolve(event.type === 'speed' ? event.measured : null);
      },
      death: () => resolve(null),
    });
    worker.send({ type: 'measure', backend: wishedBackend(backend) });
    signal.addEventListener('abort', () => {
      worker.end();
      resolve(null);
    });
  });
}
