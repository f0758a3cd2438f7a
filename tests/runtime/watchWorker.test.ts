import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sayDeath, watchWorker, type Death } from '../../src/runtime/watchWorker.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Event = { type: 'news' };

/** A worker that answers pings, until it is told to be silent. */
class FakeWorker extends EventTarget {
  silent = false;
  terminated = false;
  sent: { type: string }[] = [];
  postMessage(message: { type: string }) {
    this.sent.push(message);
    if (message.type === 'ping' && !this.silent) this.say({ type: 'pong' });
  }
  terminate() {
    this.terminated = true;
  }
  say(data: { type: string; lock?: string }) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function watch() {
  const worker = new FakeWorker();
  const events: Event[] = [];
  const deaths: Death[] = [];
  const watched = watchWorker<{ type: 'stop' }, Event>(() => worker as unknown as Worker, {
    event: (event) => events.push(event),
    death: (death) => deaths.push(death),
  });
  return { worker, watched, events, deaths };
}

test('where a browser starts no workers that is a death, told afterwards, unless the work was given up', async () => {
  const deaths: Death[] = [];
  const refuse = () => {
    throw new DOMException('', 'SecurityError');
  };
  const hear = { event: () => undefined, death: (death: Death) => deaths.push(death) };
  watchWorker(refuse, hear).send({ type: 'start' });
  watchWorker(refuse, hear).end();
  expect(deaths).toEqual([]);
  await Promise.resolve();
  expect(deaths).toEqual([{ kind: 'refused' }]);
});

test('a worker that answers lives on, and its answers are no events', () => {
  const { worker, watched, events, deaths } = watch();
  watched.settle();
  vi.advanceTimersByTime(10 * 60_000);
  worker.say({ type: 'news' });
  expect(events).toEqual([{ type: 'news' }]);
  expect(deaths).toEqual([]);
  expect(worker.terminated).toBe(false);
});

test('a settled worker that falls silent is ended within seconds; one that loads is given a minute', () => {
  const settled = watch();
  settled.watched.settle();
  settled.worker.silent = true;
  vi.advanceTimersByTime(16_000);
  expect(settled.deaths).toEqual([{ kind: 'silence', seconds: expect.any(Number) }]);
  expect(settled.worker.terminated).toBe(true);

  const loading = watch();
  loading.worker.silent = true;
  vi.advanceTimersByTime(50_000);
  expect(loading.deaths).toEqual([]);
  vi.advanceTimersByTime(20_000);
  expect(loading.deaths).toHaveLength(1);
});

test('whoever gets a worker’s lock knows that it has ended, and one that was ended is not mourned', async () => {
  const granted: (() => void)[] = [];
  const request = (_: string, { signal }: { signal: AbortSignal }, grant: () => void) => {
    granted.push(() => signal.aborted || grant());
    return Promise.resolve();
  };
  vi.stubGlobal('navigator', { locks: { request } });
  const [dying, ended] = [watch(), watch()];
  for (const { worker } of [dying, ended]) worker.say({ type: 'alive', lock: 'a worker’s' });
  ended.watched.end();
  for (const grant of granted) grant();
  vi.unstubAllGlobals();
  expect([dying.deaths, dying.events, dying.worker.terminated]).toEqual([
    ...[[{ kind: 'end' }], [], true],
  ]);
  expect(ended.deaths).toEqual([]);
});

test('a slow worker is given four times its longest silence', () => {
  const { worker, watched, deaths } = watch();
  watched.settle();
  for (let turn = 0; turn < 3; turn++) {
    worker.silent = true;
    vi.advanceTimersByTime(5_000);
    worker.silent = false;
    worker.say({ type: 'news' });
  }
  worker.silent = true;
  vi.advanceTimersByTime(12_000);
  expect(deaths).toEqual([]);
  vi.advanceTimersByTime(20_000);
  expect(deaths).toHaveLength(1);
});

test('after the page slept, the worker is asked once more', () => {
  const { worker, watched, deaths } = watch();
  watched.settle();
  worker.silent = true;
  vi.advanceTimersByTime(4_000);
  const wake = performance.now() + 60 * 60_000;
  vi.spyOn(performance, 'now').mockReturnValue(wake);
  vi.advanceTimersByTime(2_000);
  vi.mocked(performance.now).mockRestore();
  expect(deaths).toEqual([]);
});

test('Stop is heard, or the worker is ended', () => {
  const heard = watch();
  const unheard = vi.fn();
  heard.watched.sendLast({ type: 'stop' }, unheard);
  heard.worker.say({ type: 'news' });
  vi.advanceTimersByTime(5_000);
  expect(unheard).not.toHaveBeenCalled();

  const busy = watch();
  busy.worker.silent = true;
  busy.watched.sendLast({ type: 'stop' }, unheard);
  vi.advanceTimersByTime(5_000);
  expect(unheard).toHaveBeenCalledOnce();
  expect(busy.worker.terminated).toBe(true);
  expect(busy.deaths).toEqual([]);
});

test('in a frame without an origin, a worker that fails without a word was refused', () => {
  vi.stubGlobal('origin', 'null');
  const { worker, deaths } = watch();
  worker.dispatchEvent(new Event('error'));
  expect(deaths).toEqual([{ kind: 'refused' }]);
  expect(sayDeath({ kind: 'refused' }, 'Training')).toContain('sandboxed frame');
  vi.unstubAllGlobals();
  expect(sayDeath({ kind: 'refused' }, 'Training')).not.toContain('frame');
});
