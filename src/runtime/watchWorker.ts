import type { Alive, Ping, Pong } from '../contract/heartbeat.ts';

/** The page's hold on a worker that is watched. */
export interface WatchedWorker<Command> {
  send(command: Command, transfer?: Transferable[]): void;
  /** From now on a long silence is a fault: what takes long once, loading and compiling, is over. */
  settle(): void;
  /**
   * Sends what is to end the work. A worker too busy to hear it is ended, and nothing more is heard of it.
   * @param unheard called then
   */
  sendLast(command: Command, unheard: () => void): void;
  /** Ends the worker at once; nothing is heard of it any more. */
  end(): void;
}

/**
 * It died saying why, could not be loaded (and says nothing), ended without a word, or has not answered for long; or the
 * browser starts no workers at all.
 */
export type Death =
  | { kind: 'error'; why: string }
  | { kind: 'end' }
  | { kind: 'silence'; seconds: number }
  | { kind: 'refused' };

interface Hearing<Event> {
  event: (event: Event) => void;
  /** The worker is of no use any more, and has been ended. */
  death: (death: Death) => void;
}

/**
 * What happened to a worker, for the reader.
 * @param work what it was doing, as a sentence begins
 * @param engine what could not be loaded, as a sentence begins
 */
export function sayDeath(death: Death, work: string, engine = 'The engine'): string {
  if (death.kind === 'refused') {
    return isSandboxed()
      ? `${work} could not start: the chapter is embedded in a sandboxed frame, where browsers start no web workers.`
      : `${work} could not start: this browser does not let the page start a web worker.`;
  }
  if (death.kind === 'silence') {
    return `The engine has not responded for ${death.seconds} seconds, so it was shut down.`;
  }
  if (death.kind === 'end') {
    return `${work} stopped unexpectedly: its worker ended without a word, perhaps for lack of memory.`;
  }
  return death.why
    ? `${work} stopped unexpectedly: ${death.why}.`
    : `${engine} could not be loaded.`;
}

/** Between two questions whether it is alive, in milliseconds. */
const askEvery = 2000;
/** A worker that loads or compiles is given so long, in milliseconds. */
const patienceAtFirst = 60_000;
/** Later it is given so long, and in any case several times as long as it ever took to answer. */
const patienceLater = 6_000;
const slack = 4;
/** A worker that is to stop has so long to say anything, in milliseconds. */
const stopWithin = 3000;

/** What a reader can do whose browser starts no workers. */
export const remedyIfRefused = isSandboxed()
  ? 'Open the chapter in a tab of its own. If the page around it is yours, add allow-same-origin to the frame’s sandbox attribute.'
  : 'Open the page in another browser, or without what restricts it.';

/** Whether the page is in a frame without an origin: no worker's script is of the same one. */
function isSandboxed(): boolean {
  return globalThis.origin === 'null';
}

/**
 * Starts a worker and watches it: what ends it without a word, or keeps it busy for ever, is noticed within seconds.
 * @param start may throw, where a browser starts no workers: that is a death, heard afterwards
 */
export function watchWorker<Command, Event extends { type: string }>(
  start: () => Worker,
  hear: Hearing<Event>,
): WatchedWorker<Command> {
  try {
    return watch(start(), hear);
  } catch {
    let isOver = false;
    queueMicrotask(() => isOver || hear.death({ kind: 'refused' }));
    const nothing = () => undefined;
    return { send: nothing, settle: nothing, sendLast: nothing, end: () => void (isOver = true) };
  }
}

function watch<Command, Event extends { type: string }>(
  worker: Worker,
  hear: Hearing<Event>,
): WatchedWorker<Command> {
  let patience = patienceAtFirst;
  let isSettled = false;
  let longest = 0;
  let askedAt: number | null = null;
  let lastLook = performance.now();

  let stopTimer: ReturnType<typeof setTimeout> | undefined;
  const watching = new AbortController();
  const end = () => {
    watching.abort();
    clearInterval(timer);
    clearTimeout(stopTimer);
    worker.terminate();
    worker.removeEventListener('message', onMessage);
    worker.removeEventListener('error', onError);
  };
  const die = (death: Death) => {
    end();
    hear.death(death);
  };
  const look = () => {
    const now = performance.now();
    // The page itself was asleep: what the worker said meanwhile has not been heard yet.
    if (now - lastLook > 3 * askEvery && askedAt !== null) askedAt = now;
    lastLook = now;
    if (askedAt === null) {
      askedAt = now;
      worker.postMessage({ type: 'ping' } satisfies Ping);
    } else if (now - askedAt > patience) {
      die({ kind: 'silence', seconds: Math.round((now - askedAt) / 1000) });
    }
  };
  const onMessage = ({ data }: MessageEvent<Event | Alive | Pong>) => {
    if (askedAt !== null) longest = Math.max(longest, performance.now() - askedAt);
    askedAt = null;
    clearTimeout(stopTimer);
    if (isSettled) patience = Math.max(patienceLater, slack * longest);
    if (data.type === 'alive') void noticeEnd((data as Alive).lock);
    else if (data.type !== 'pong') hear.event(data as Event);
  };
  /** Gets the worker's lock once the worker is no more. */
  const noticeEnd = (lock: string) =>
    navigator.locks
      .request(lock, { signal: watching.signal }, () => die({ kind: 'end' }))
      .catch(() => undefined);
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    const why = event.message ?? '';
    // Some browsers throw there, others only say that something failed.
    die(!why && isSandboxed() ? { kind: 'refused' } : { kind: 'error', why });
  };
  worker.addEventListener('message', onMessage);
  worker.addEventListener('error', onError);
  const timer = setInterval(look, askEvery);

  return {
    send: (command, transfer = []) => worker.postMessage(command, transfer),
    sendLast(command, unheard) {
      worker.postMessage(command);
      clearTimeout(stopTimer);
      stopTimer = setTimeout(() => {
        end();
        unheard();
      }, stopWithin);
    },
    settle() {
      isSettled = true;
      patience = Math.max(patienceLater, slack * longest);
    },
    end,
  };
}
