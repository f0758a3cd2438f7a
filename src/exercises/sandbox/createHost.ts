import type { PythonCommand, PythonEvent } from '../../contract/python.ts';
import type { FrameEvent } from '../../contract/pythonFrame.ts';
import type { OpenSandbox, Sandbox } from './openSandbox.ts';
import { PythonUnavailable, type PythonProgress } from './pythonClient.ts';
import { sayRefused } from './sayRefused.ts';

/** A frame has so long to say that it has ended a worker, in milliseconds; else it is of no use any more itself. */
const restartWithin = 5000;

/** Keeps a sandbox with a worker that is ready, or will be. */
export interface PythonHost {
  /** The number of the worker that is ready or starts. */
  worker(): number;
  /**
   * Resolves once the worker can be sent to, to the milliseconds that its start computed. Opens the sandbox where there
   * is none.
   */
  ready(): Promise<number>;
  send(command: PythonCommand, transfer?: ArrayBuffer[]): void;
  /** Ends the worker, whatever it does, and starts another. */
  restart(): void;
  close(): void;
}

interface Hearing {
  event: (event: PythonEvent) => void;
  /** The worker ended by itself; another starts. */
  death: (why: string) => void;
  progress: (progress: PythonProgress) => void;
}

interface Readiness {
  promise: Promise<number>;
  resolve: (startMs: number) => void;
  reject: (error: unknown) => void;
}

export function createHost(open: OpenSandbox, hearing: Hearing): PythonHost {
  let worker = 0;
  let sandbox: Sandbox | undefined;
  let readiness: Readiness | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  /** Raised when a sandbox is given up: what it still says is not heard. */
  let opened = 0;

  const giveUp = (error?: unknown) => {
    opened += 1;
    clearTimeout(silence);
    sandbox?.close();
    sandbox = undefined;
    readiness?.reject(error);
    readiness = undefined;
  };

  const begin = () => {
    const own = opened;
    worker += 1;
    open(
      (event) => own === opened && hear(event),
      (progress) => own === opened && hearing.progress(progress),
      worker,
    ).then(
      (opening) => {
        if (own === opened) sandbox = opening;
        else opening.close();
      },
      (error: unknown) => own === opened && giveUp(error),
    );
  };

  const hear = (event: FrameEvent) => {
    if (event.type === 'refused') return giveUp(sayRefused(event.why, event.directive));
    if (event.worker !== worker) return;
    if (event.type === 'restarted') return clearTimeout(silence);
    if (event.type === 'died') return die(event.why);
    if (event.event.type === 'ready') return readiness?.resolve(event.event.startMs);
    if (event.event.type === 'broken') return die(event.event.why);
    hearing.event(event.event);
  };

  let isReady = false;
  const expectReady = () => {
    isReady = false;
    readiness = deferred();
    readiness.promise.then(
      () => (isReady = true),
      () => undefined,
    );
  };

  const die = (why: string) => {
    // One that never started would not do so another time.
    if (!isReady) return giveUp(new PythonUnavailable(...cannotStart(why)));
    restart();
    hearing.death(why);
  };

  const restart = () => {
    if (!sandbox || !isReady) return;
    worker += 1;
    expectReady();
    sandbox.send({ type: 'restart', worker });
    silence = setTimeout(() => {
      const waiting = readiness;
      readiness = undefined;
      giveUp();
      readiness = waiting;
      begin();
    }, restartWithin);
  };

  return {
    restart,
    worker: () => worker,
    ready() {
      if (!readiness) {
        expectReady();
        begin();
      }
      return (readiness as Readiness).promise;
    },
    send: (command, transfer = []) => sandbox?.send({ type: 'send', command, transfer }),
    close: () => giveUp(new PythonUnavailable('Python was closed.', 'Run it again.')),
  };
}

const cannotStart = (why: string): [string, string] => [
  `Python could not be started${why ? `: ${why}` : ''}.`,
  'Reload the page and try again. If it fails again, try another browser.',
];

function deferred(): Readiness {
  let resolve: Readiness['resolve'] = () => {};
  let reject: Readiness['reject'] = () => {};
  const promise = new Promise<number>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
