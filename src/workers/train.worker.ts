import type {
  MeasureCommand,
  StartCommand,
  TrainCommand,
  TrainEvent,
} from '../contract/training.ts';
import { DataError } from '../data/download/dataError.ts';
import { watchLine } from '../data/download/outage.ts';
import { createDevice } from '../engine/createDevice.ts';
import { nameKernelErrors } from '../engine/nameKernelErrors.ts';
import { startEngine } from '../engine/startEngine.ts';
import { openData } from '../training/data.ts';
import { measureSpeed } from '../training/measureSpeed.ts';
import { train } from '../training/train.ts';
import { createGate, throughGate } from './gate.ts';
import { listen } from './listen.ts';
import { reasonOf } from '../lib/reasonOf.ts';

const post = (event: TrainEvent) => postMessage(event);
const gate = createGate();
watchLine((isDown) => isDown && post({ type: 'waiting', waiting: { for: 'connection' } }));

/** One worker trains one run: the page starts a new worker for the next. */
listen((command: TrainCommand) => {
  switch (command.type) {
    case 'start':
      return void run(command).catch(fail);
    case 'measure':
      return void measure(command).catch(fail);
    case 'pause':
      return gate.close();
    case 'resume':
      return gate.open();
    case 'stop':
      return gate.stop();
  }
});

async function run({ config, dataUrl, backend, from }: StartCommand): Promise<void> {
  post({ type: 'waiting', waiting: { for: 'engine' } });
  nameKernelErrors();
  const [engine, data] = await Promise.all([
    startEngine(backend, [], { timesSteps: true }).then((started) => {
      post({ type: 'engine', ...started.info });
      return started;
    }),
    openData(config, {
      ...{ dataUrl, signal: gate.stopped },
      onWaiting: (bytes) => post({ type: 'waiting', waiting: { for: 'data', ...bytes } }),
    }),
  ]);
  const device = createDevice(backend, engine);
  for await (const event of throughGate(train(config, data, device, from), gate)) post(event);
}

async function measure({ backend }: MeasureCommand): Promise<void> {
  nameKernelErrors();
  await startEngine(backend);
  post({ type: 'speed', measured: await measureSpeed() });
}

function fail(error: unknown): void {
  if (gate.stopped.aborted) return post({ type: 'done', step: 0, reason: 'stopped' });
  if (error instanceof DataError) {
    return post({ type: 'failed', message: error.message, remedy: error.remedy });
  }
  post({
    type: 'failed',
    message: `The engine stopped: ${reasonOf(error)}.`,
    remedy:
      'Press Reset and train again. If it stops again, choose a smaller size, or WebAssembly under “Set up your own”.',
  });
  console.error(error);
}
