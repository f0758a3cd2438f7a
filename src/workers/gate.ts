import type { TrainEvent } from '../contract/training.ts';
import { nextTask } from './nextTask.ts';

/** Lets the reader pause a run: a closed gate holds it between two events until it is opened. */
export interface Gate {
  close(): void;
  open(): void;
  /** Ends the run at its next event; opens the gate as well. */
  stop(): void;
  /** Aborted by `stop`. */
  readonly stopped: AbortSignal;
  readonly closed: boolean;
  /** Resolves at once when the gate is open, else as soon as it opens. */
  passed(): Promise<void>;
}

export function createGate(): Gate {
  const stopping = new AbortController();
  let closed = false;
  let release: (() => void)[] = [];
  const open = () => {
    closed = false;
    for (const resolve of release) resolve();
    release = [];
  };
  return {
    open,
    close: () => void (closed = true),
    stop() {
      stopping.abort();
      open();
    },
    stopped: stopping.signal,
    get closed() {
      return closed;
    },
    passed: () =>
      closed ? new Promise((resolve) => void release.push(resolve)) : Promise.resolve(),
  };
}

/**
 * The events of a run as its reader lets them through, with those of pausing, resuming and stopping among
 * them. Commands are heard between two events. A run that has ended can be neither paused nor stopped.
 */
export async function* throughGate(
  events: AsyncIterable<TrainEvent>,
  gate: Gate,
): AsyncGenerator<TrainEvent> {
  let step = 0;
  try {
    for await (const event of events) {
      yield event;
      if (event.type === 'done') return;
      if (event.type === 'progress') step = event.step;
      await nextTask();
      if (gate.closed) {
        yield { type: 'paused', step };
        await gate.passed();
        if (!gate.stopped.aborted) yield { type: 'resumed', step };
      }
      if (gate.stopped.aborted) break;
    }
  } catch (error) {
    // Stopping aborts the downloads, so the run fails for lack of them.
    if (!gate.stopped.aborted) throw error;
  }
  yield { type: 'done', step, reason: 'stopped' };
}
