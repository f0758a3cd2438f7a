import type {
  GivenNetwork,
  PythonCommand,
  PythonError,
  PythonEvent,
} from '../../contract/python.ts';
import { createHost } from './createHost.ts';
import { sayCrash, sayStopped, sayTimeLimit, usualLimitMs, withGrace } from './limits.ts';
import type { LoadNetwork } from './fetchNetwork.ts';
import type { OpenSandbox } from './openSandbox.ts';
import type { Listening, PythonClient, PythonProgress } from './pythonClient.ts';

/** What runs before the reader's code may take so long, in milliseconds. */
const beforeMs = 60_000;

/** What is asked, before it has a number. */
type Ask<Command = Exclude<PythonCommand, { type: 'network' }>> = Command extends unknown
  ? Omit<Command, 'id' | 'timeLimitMs'>
  : never;
type Answer = Exclude<PythonEvent, { type: 'ready' | 'broken' | 'running' | 'output' }>;

/** The call that is being answered. */
interface Call {
  id: number;
  /** Known once it is sent. */
  limitMs: number;
  listening: Listening;
  isSent: boolean;
  timer?: ReturnType<typeof setTimeout>;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** A client with a sandbox of its own, which is opened at the first call. */
export function createPython(
  open: OpenSandbox = openLazily,
  load: LoadNetwork = loadLazily,
): PythonClient {
  let lastId = 0;
  let current: Call | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let network: Promise<GivenNetwork> | undefined;
  /** The number of the worker that has the network. */
  let networkAt: number | undefined;
  const progressHearers = new Set<(progress: PythonProgress) => void>();
  const host = createHost(open, {
    event: hear,
    death: (why) => settle(failed(sayCrash(why))),
    progress: tellProgress,
  });

  function tellProgress(progress: PythonProgress): void {
    for (const hearer of progressHearers) hearer(progress);
  }

  function hear(event: PythonEvent): void {
    if (event.type === 'ready' || event.type === 'broken' || event.id !== current?.id) return;
    if (event.type === 'output') return current.listening.onOutput?.(event);
    if (event.type !== 'running') {
      const kind = event.type === 'failed' ? event.error.kind : '';
      settle(
        event.type === 'failed' && kind === 'Crash' ? failed(sayCrash(event.error.message)) : event,
      );
      // What took so much memory is kept by the worker until its end.
      if (kind === 'MemoryLimit' || kind === 'Crash') host.restart();
      return;
    }
    current.listening.onRunning?.();
    limit(current, withGrace(current.limitMs), sayTimeLimit(current.limitMs));
  }

  function limit(call: Call, ms: number, error: PythonError): void {
    clearTimeout(call.timer);
    call.timer = setTimeout(() => {
      host.restart();
      settle(failed(error));
    }, ms);
  }

  function settle(answer: Answer): void {
    clearTimeout(current?.timer);
    current?.resolve(answer);
    current = undefined;
  }

  const failed = (error: PythonError): Answer => ({ type: 'failed', id: current?.id ?? 0, error });

  /** Asks once all that was asked before is answered. */
  function ask(asked: Ask, listening: Listening = {}): Promise<Answer> {
    const turn = queue.then(() => call(asked, listening));
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function call(asked: Ask, listening: Listening): Promise<Answer> {
    const id = ++lastId;
    const { onProgress } = listening;
    if (onProgress) progressHearers.add(onProgress);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const own: Call = { id, limitMs: 0, listening, isSent: false, resolve, reject };
        current = own;
        prepare(listening.needsNetwork).then(({ startMs, given }) => {
          // Stopped meanwhile, or disposed of.
          if (current !== own) return;
          own.isSent = true;
          own.limitMs = listening.timeLimitMs ?? usualLimitMs(startMs);
          if (given) give(given);
          host.send({ ...asked, id, timeLimitMs: own.limitMs } as PythonCommand);
          limit(own, beforeMs, sayTimeLimit(beforeMs));
        }, reject);
      });
    } finally {
      if (onProgress) progressHearers.delete(onProgress);
    }
  }

  /** Resolves once the worker can be asked, with the network that it must be given first, if any. */
  async function prepare(needsNetwork = false): Promise<{ startMs: number; given?: GivenNetwork }> {
    const ready = host.ready();
    if (!needsNetwork) return { startMs: await ready };
    network ??= load(tellProgress);
    network.catch(() => (network = undefined));
    const [given, startMs] = await Promise.all([network, ready]);
    return { startMs, given };
  }

  /** Once to each worker. */
  function give({ bytes, card }: GivenNetwork): void {
    if (networkAt === host.worker()) return;
    networkAt = host.worker();
    const copy = bytes.slice(0);
    host.send({ type: 'network', id: ++lastId, bytes: copy, card }, [copy]);
  }

  return {
    async start(onProgress) {
      if (onProgress) progressHearers.add(onProgress);
      await host.ready().finally(() => onProgress && progressHearers.delete(onProgress));
    },
    async run(code, { before = [], offered = [], ...listening } = {}) {
      const answer = await ask({ type: 'run', code, before, offered }, listening);
      if (answer.type === 'failed') return { ok: false, error: answer.error };
      const { value, defined } = answer as Extract<Answer, { type: 'finished' }>;
      return { ok: true, defined, ...(value !== undefined && { value }) };
    },
    async check(code, checks, listening) {
      const answer = await ask({ type: 'check', code, checks }, listening);
      if (answer.type === 'failed') {
        const { error, report } = answer;
        return { ok: false, error, ...(report && { report }) };
      }
      return { ok: true, report: (answer as Extract<Answer, { type: 'checked' }>).report };
    },
    async trace(code, className, input, listening) {
      const answer = await ask({ type: 'trace', code, className, input }, listening);
      if (answer.type === 'failed') return { ok: false, error: answer.error };
      return { ok: true, block: (answer as Extract<Answer, { type: 'traced' }>).block };
    },
    stop() {
      if (!current) return;
      if (current.isSent) host.restart();
      settle(failed(sayStopped()));
    },
    dispose() {
      const call = current;
      current = undefined;
      clearTimeout(call?.timer);
      host.close();
      call?.reject(new Error('Python was disposed of.'));
    },
  };
}

/** The files' addresses, and the frame, are known only to a page that runs something. */
const openLazily: OpenSandbox = async (...given) =>
  (await import('./openSandbox.ts')).openSandbox(...given);

const loadLazily: LoadNetwork = async (...given) =>
  (await import('./fetchNetwork.ts')).fetchNetwork(...given);
