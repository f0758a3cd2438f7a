import { fetchManifest } from '../data/cifar10/cifar10.ts';
import { DataError } from '../data/download/dataError.ts';
import { fetchTestSet } from '../data/cifar10/testSet.ts';
import { createTrainStream } from '../data/cifar10/trainStream.ts';
import type { TrainCommand, TrainConfig, TrainEvent } from '../contract/training.ts';
import { train } from '../training/train.ts';
import { createDevice } from '../engine/createDevice.ts';
import { createGate } from './gate.ts';
import { nameKernelErrors } from '../engine/nameKernelErrors.ts';
import { nextTask } from './nextTask.ts';
import { startEngine } from '../engine/startEngine.ts';

const post = (event: TrainEvent) => postMessage(event);
const gate = createGate();
const stopped = new AbortController();

/** One worker trains one run: the page starts a new worker for the next. */
addEventListener('message', ({ data: command }: MessageEvent<TrainCommand>) => {
  switch (command.type) {
    case 'start':
      return void run(command.config).catch(fail);
    case 'pause':
      return gate.close();
    case 'resume':
      return gate.open();
    case 'stop':
      stopped.abort();
      return gate.open();
  }
});

async function run(config: TrainConfig): Promise<void> {
  post({ type: 'waiting', waiting: { for: 'engine' } });
  nameKernelErrors();
  const [engine, manifest] = await Promise.all([
    startEngine(config.backend),
    fetchManifest(config.dataUrl, stopped.signal),
  ]);
  post({ type: 'engine', ...engine.info });

  const { dataUrl: baseUrl, pictureSize, testPictures: pictures } = config;
  const { signal } = stopped;
  const shards = Math.ceil(config.trainPictures / 1000);
  const batches = createTrainStream({
    ...config,
    manifest: { ...manifest, train: manifest.train.slice(0, shards) },
    baseUrl,
    signal,
    onWaiting: (bytes) => post({ type: 'waiting', waiting: { for: 'data', ...bytes } }),
  });
  const testSet = await fetchTestSet({ manifest, baseUrl, pictureSize, pictures, signal });

  let step = 0;
  const device = createDevice(config.backend, engine);
  for await (const event of train(config, batches, testSet, device)) {
    post(event);
    if (event.type === 'progress') step = event.step;
    await nextTask();
    if (gate.closed && event.type !== 'done') {
      post({ type: 'paused', step });
      await gate.passed();
      if (!signal.aborted) post({ type: 'resumed', step });
    }
    if (signal.aborted) return post({ type: 'done', step, reason: 'stopped' });
  }
}

function fail(error: unknown): void {
  if (stopped.signal.aborted) return post({ type: 'done', step: 0, reason: 'stopped' });
  if (error instanceof DataError) {
    return post({ type: 'failed', message: error.message, remedy: error.remedy });
  }
  const why = error instanceof Error ? error.message : String(error);
  post({
    type: 'failed',
    message: `The engine stopped: ${why}`,
    remedy:
      'Press Reset and train again; if it stops again, choose a smaller preset, or WebAssembly under “More”.',
  });
  console.error(error);
}
