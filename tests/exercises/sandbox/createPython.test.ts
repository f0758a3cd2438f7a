import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PythonCommand, PythonEvent } from '../../../src/contract/python.ts';
import type { FrameCommand, FrameEvent } from '../../../src/contract/pythonFrame.ts';
import type { ModelCard } from '../../../src/contract/modelCard.ts';
import { createPython } from '../../../src/exercises/sandbox/createPython.ts';
import type { LoadNetwork } from '../../../src/exercises/sandbox/fetchNetwork.ts';
import type { OpenSandbox } from '../../../src/exercises/sandbox/openSandbox.ts';
import {
  PythonUnavailable,
  type PythonProgress,
} from '../../../src/exercises/sandbox/pythonClient.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A sandbox that does what a test tells it, and what reached it. */
function fakeSandbox() {
  const frames: { closed: boolean; worker: number; hear: (event: FrameEvent) => void }[] = [];
  const commands: PythonCommand[] = [];
  let restarts = 0;
  let answersRestarts = true;
  const open: OpenSandbox = async (hear, onProgress, worker) => {
    const frame = { hear, worker, closed: false };
    frames.push(frame);
    onProgress({ for: 'download', received: 5, total: 10 });
    return {
      send(command: FrameCommand) {
        if (command.type === 'send') commands.push(command.command);
        if (command.type !== 'restart') return;
        restarts += 1;
        frame.worker = command.worker;
        if (answersRestarts) hear({ type: 'restarted', worker: frame.worker });
      },
      close: () => void (frame.closed = true),
    };
  };
  const tell = async (event: PythonEvent) => {
    await settle();
    const frame = frames.at(-1);
    frame?.hear({ type: 'event', worker: frame.worker, event });
    await settle();
  };
  return {
    ...{ open, tell, commands, frames },
    restarts: () => restarts,
    ignoreRestarts: () => void (answersRestarts = false),
    ready: (startMs = 700) => tell({ type: 'ready', startMs }),
    last: () => commands.at(-1) as PythonCommand,
  };
}

/** Lets what was promised come true. */
const settle = () => vi.advanceTimersByTimeAsync(0);

test('a program is run once Python is ready, and what it prints and gives is heard in order', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  expect(sandbox.frames).toEqual([]);
  const heard: unknown[] = [];
  const outcome = python.run('print(1)\n2', {
    onProgress: (progress) => heard.push(progress.for),
    onRunning: () => heard.push('running'),
    onOutput: ({ text }) => heard.push(text),
  });
  await settle();
  expect(sandbox.commands).toEqual([]);
  await sandbox.ready();
  const { id } = sandbox.last();
  expect(sandbox.last()).toMatchObject({ type: 'run', code: 'print(1)\n2', timeLimitMs: 10_000 });
  await sandbox.tell({ type: 'running', id });
  await sandbox.tell({ type: 'output', id, stream: 'stdout', text: '1\n' });
  await sandbox.tell({ type: 'finished', id, value: '2', defined: [] });
  expect(await outcome).toEqual({ ok: true, value: '2', defined: [] });
  expect(heard).toEqual(['download', 'running', '1\n']);
});

test('calls wait for each other', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const first = python.run('1');
  const second = python.check('2', 'checks');
  await sandbox.ready();
  expect(sandbox.commands.length).toBe(1);
  await sandbox.tell({ type: 'finished', id: sandbox.last().id, defined: ['x'] });
  expect(await first).toEqual({ ok: true, defined: ['x'] });
  const report = { results: [], mistakes: [] };
  expect(sandbox.last()).toMatchObject({ type: 'check', code: '2', checks: 'checks' });
  await sandbox.tell({ type: 'checked', id: sandbox.last().id, report });
  expect(await second).toEqual({ ok: true, report });
});

test.each([
  { startMs: 700, timeLimitMs: 10_000 },
  { startMs: 2625, timeLimitMs: 21_000 },
  { startMs: 90_000, timeLimitMs: 60_000 },
])(
  'where Python took $startMs ms to start, a program may take $timeLimitMs ms',
  async ({ startMs, timeLimitMs }) => {
    const sandbox = fakeSandbox();
    const python = createPython(sandbox.open);
    const endless = python.run('while True: pass');
    await sandbox.ready(startMs);
    expect(sandbox.last()).toMatchObject({ timeLimitMs });
    await sandbox.tell({ type: 'running', id: sandbox.last().id });
    let outcome: unknown;
    void endless.then((ended) => (outcome = ended));
    await vi.advanceTimersByTimeAsync(timeLimitMs + 1000);
    expect(outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(timeLimitMs);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'TimeLimit' } });
  },
);

test('a worker that goes on beyond the limit is replaced, and the next call is answered by the new one', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const endless = python.run('while True: pass', { timeLimitMs: 2000 });
  await sandbox.ready();
  await sandbox.tell({ type: 'running', id: sandbox.last().id });
  const late = sandbox.last().id;
  await vi.advanceTimersByTimeAsync(5000);
  expect(await endless).toMatchObject({ ok: false, error: { kind: 'TimeLimit' } });
  expect(sandbox.restarts()).toBe(1);
  const next = python.run('1');
  await settle();
  expect(sandbox.commands.length).toBe(1);
  await sandbox.ready();
  await sandbox.tell({ type: 'finished', id: late, defined: ['late'] });
  await sandbox.tell({ type: 'finished', id: sandbox.last().id, value: '1', defined: [] });
  expect(await next).toEqual({ ok: true, value: '1', defined: [] });
});

test('loading and what runs before do not count', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const outcome = python.run('1', { timeLimitMs: 1000 });
  await vi.advanceTimersByTimeAsync(50_000);
  await sandbox.ready();
  await vi.advanceTimersByTimeAsync(20_000);
  await sandbox.tell({ type: 'running', id: sandbox.last().id });
  await vi.advanceTimersByTimeAsync(1000);
  await sandbox.tell({ type: 'finished', id: sandbox.last().id, defined: [] });
  expect(await outcome).toEqual({ ok: true, defined: [] });
  expect(sandbox.restarts()).toBe(0);
});

test('each check may take as long as the program', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const outcome = python.check('1', 'checks', { timeLimitMs: 2000 });
  await sandbox.ready();
  for (let check = 0; check < 3; check++) {
    await sandbox.tell({ type: 'running', id: sandbox.last().id });
    await vi.advanceTimersByTimeAsync(1900);
  }
  const report = { results: [], mistakes: [] };
  await sandbox.tell({ type: 'checked', id: sandbox.last().id, report });
  expect(await outcome).toEqual({ ok: true, report });
  expect(sandbox.restarts()).toBe(0);
});

test('Stop ends what runs; before Python is there it ends only the waiting', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const early = python.run('1');
  await settle();
  python.stop();
  expect(await early).toMatchObject({ ok: false, error: { kind: 'Stopped' } });
  expect(sandbox.restarts()).toBe(0);
  const second = python.run('2');
  await sandbox.ready();
  expect(sandbox.last()).toMatchObject({ code: '2' });
  python.stop();
  expect(await second).toMatchObject({ ok: false, error: { kind: 'Stopped' } });
  expect(sandbox.restarts()).toBe(1);
});

test.each(['MemoryLimit', 'Crash'])('after %s another worker starts', async (kind) => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const outcome = python.run('1');
  await sandbox.ready();
  const error = { kind, message: 'm', traceback: '' };
  await sandbox.tell({ type: 'failed', id: sandbox.last().id, error });
  expect(await outcome).toMatchObject({ ok: false, error: { kind } });
  expect(sandbox.restarts()).toBe(1);
});

test('a worker that dies is a crash for its program, and one that never started is said to be unavailable', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const outcome = python.run('1');
  await sandbox.ready();
  const frame = sandbox.frames[0]!;
  frame.hear({ type: 'died', worker: frame.worker, why: '' });
  expect(await outcome).toMatchObject({ ok: false, error: { kind: 'Crash' } });
  const next = python.run('2').catch((error: unknown) => error);
  await settle();
  frame.hear({ type: 'died', worker: frame.worker, why: 'no' });
  expect(await next).toBeInstanceOf(PythonUnavailable);
  expect(frame.closed).toBe(true);
});

test('a frame that does not answer any more is replaced', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const stopped = python.run('1');
  await sandbox.ready();
  sandbox.ignoreRestarts();
  python.stop();
  await stopped;
  const next = python.run('2');
  await vi.advanceTimersByTimeAsync(6000);
  expect(sandbox.frames.map(({ closed }) => closed)).toEqual([true, false]);
  await sandbox.ready();
  await sandbox.tell({ type: 'finished', id: sandbox.last().id, defined: [] });
  expect(await next).toEqual({ ok: true, defined: [] });
});

test('a policy that forbids it is named, and another try opens another sandbox', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const refused = python.run('1').catch((error: unknown) => error);
  await settle();
  sandbox.frames[0]!.hear({ type: 'refused', why: 'no', directive: 'worker-src' });
  expect(String(await refused)).toMatch(/Content-Security-Policy lacks ‘worker-src blob:’/);
  const next = python.run('1');
  await sandbox.ready();
  expect(sandbox.frames.length).toBe(2);
  await sandbox.tell({ type: 'finished', id: sandbox.last().id, defined: [] });
  expect(await next).toMatchObject({ ok: true });
});

test('the network is downloaded once, and given to each worker before what needs it', async () => {
  const sandbox = fakeSandbox();
  const load = vi.fn<LoadNetwork>(async (onProgress) => {
    onProgress({ for: 'network', received: 1, total: 3 });
    return { bytes: new Uint8Array([1, 2, 3]).buffer, card: { title: 'tiny' } as ModelCard };
  });
  const python = createPython(sandbox.open, load);
  const heard: string[] = [];
  const onProgress = (progress: PythonProgress) => heard.push(progress.for);
  void python.run('1');
  await sandbox.ready();
  python.stop();
  expect(load).not.toHaveBeenCalled();
  for (const wanted of ['2', '3']) {
    const outcome = python.run(wanted, { needsNetwork: true, onProgress });
    await sandbox.ready();
    await sandbox.tell({ type: 'finished', id: sandbox.last().id, defined: [] });
    await outcome;
  }
  void python.check('4', '', { needsNetwork: true });
  await settle();
  python.stop();
  void python.run('5', { needsNetwork: true });
  await sandbox.ready();
  expect(sandbox.commands.map(({ type }) => type)).toEqual([
    ...['run', 'network', 'run', 'run', 'check', 'network', 'run'],
  ]);
  expect(load).toHaveBeenCalledTimes(1);
  expect(heard).toContain('network');
});

test('after dispose what waits is rejected, and nothing is left', async () => {
  const sandbox = fakeSandbox();
  const python = createPython(sandbox.open);
  const outcome = python.run('1').catch(String);
  await sandbox.ready();
  python.dispose();
  expect(await outcome).toMatch(/disposed/);
  expect(sandbox.frames[0]!.closed).toBe(true);
});
