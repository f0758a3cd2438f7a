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
