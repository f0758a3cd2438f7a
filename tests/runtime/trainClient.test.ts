import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TrainCommand, TrainEvent } from '../../src/contract/training.ts';
import { startTraining } from '../../src/runtime/trainClient.ts';
import { runWith } from '../../src/widgets/degradation-lab/exampleRun.ts';

const { config } = runWith({ 'plain-8': 0.5 }, 10);

/** Stands in for the far side. */
class FakeWorker extends EventTarget {
  static last: FakeWorker;
  sent: TrainCommand[] = [];
  terminated = false;
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(command: TrainCommand) {
    this.sent.push(command);
  }
  terminate() {
    this.terminated = true;
  }
  say(data: TrainEvent) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', {
    baseURI: 'https://site.example/degradation/',
    documentElement: { dataset: { root: '../' } },
  });
});
afterEach(() => void vi.unstubAllGlobals());

function start() {
  const heard: TrainEvent[] = [];
  const run = startTraining(config, 'wasm', (event) => heard.push(event));
  return { run, heard, worker: FakeWorker.last };
}

test('one command carries the config whole, and where to compute with which pictures', () => {
  const { run, worker } = start();
  run.pause();
  run.resume();
  run.stop();
  expect(worker.sent).toEqual([
    {
      ...{ type: 'start', config, backend: 'wasm' },
      dataUrl: 'https://site.example/data/cifar10/',
    },
    ...[{ type: 'pause' }, { type: 'resume' }, { type: 'stop' }],
  ]);
});

test.each<TrainEvent>([
  { type: 'done', step: 10, reason: 'finished' },
  { type: 'failed', message: 'M.', remedy: 'R.' },
])('the worker is given up after its last event: $type', (last) => {
  const { heard, worker } = start();
  const progress: TrainEvent = { type: 'progress', step: 1, trainingMs: 1, tensors: 1 };
  worker.say(progress);
  expect(worker.terminated).toBe(false);
  worker.say(last);
  expect(worker.terminated).toBe(true);
  expect(heard).toEqual([progress, last]);
});

test.each([
  ['out of memory', /^Training stopped unexpectedly: out of memory\.$/],
  ['', /^The training engine could not be loaded\.$/],
])('a worker that dies is heard as a failed run: “%s”', (message, sentence) => {
  const { heard, worker } = start();
  const died = Object.assign(new Event('error', { cancelable: true }), { message });
  worker.dispatchEvent(died);
  expect(died.defaultPrevented).toBe(true);
  expect(worker.terminated).toBe(true);
  expect(heard).toEqual([
    { type: 'failed', message: expect.stringMatching(sentence), remedy: expect.any(String) },
  ]);
});

test('a run whose worker dies goes on from its checkpoint in another, paused if it was', () => {
  const { run, heard, worker } = start();
  const checkpoint = { step: 4, trainingMs: 40, networks: [] };
  worker.say({ type: 'checkpoint', checkpoint });
  worker.say({ type: 'progress', step: 6, trainingMs: 60, tensors: 1 });
  run.pause();
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  expect(worker.terminated).toBe(true);
  expect(heard.at(-1)).toEqual({
    ...{ type: 'rolledBack', cause: 'worker', lostAt: 7, resumedFrom: 5 },
  });
  expect(FakeWorker.last).not.toBe(worker);
  expect(FakeWorker.last.sent).toMatchObject([
    { type: 'start', config, from: checkpoint },
    { type: 'pause' },
  ]);
});

test('workers that die one after the other end the run', () => {
  const { heard, worker } = start();
  worker.say({ type: 'progress', step: 1, trainingMs: 1, tensors: 1 });
  for (let death = 0; death < 3; death++)
    FakeWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'again' }));
  expect(heard.map(({ type }) => type)).toEqual([
    ...['progress', 'rolledBack', 'rolledBack', 'failed'],
  ]);
});
