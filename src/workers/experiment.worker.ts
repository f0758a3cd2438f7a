import { DataError } from '../data/download/dataError.ts';
import { watchLine } from '../data/download/outage.ts';
import { watchDownloads } from '../data/download/progress.ts';
import { expectAlive } from '../contract/device.ts';
import type {
  ExperimentCommand,
  ExperimentEvent,
  ExperimentName,
} from '../contract/experiments.ts';
import { experiment } from '../experiments/experiment.ts';
import { ExperimentError } from '../experiments/experimentError.ts';
import { createPictureSource } from '../experiments/pictures.ts';
import { createToyNetworkSource } from '../experiments/sycophancy/toyNetworkSource.ts';
import type { PictureSource } from '../experiments/sources.ts';
import { CheckpointError } from '../weights/checkpointError.ts';
import { nameKernelErrors } from '../engine/nameKernelErrors.ts';
import { listen } from './listen.ts';
import { nextTask } from './nextTask.ts';
import { pretrainedSource } from '../inference/pretrainedSource.ts';
import { startEngine, type Engine } from '../engine/startEngine.ts';
import { reasonOf } from '../lib/reasonOf.ts';

type Run = Extract<ExperimentCommand, { type: 'run' }>;

const post = (event: ExperimentEvent) => postMessage(event);

/** What experiments download that don't want pictures. */
const wants: Partial<Record<ExperimentName, 'network'>> = {
  ...{ lesions: 'network', sycophancyReading: 'network', sycophancySteering: 'network' },
  sycophancySurvey: 'network',
};

/** The experiment that runs or runs next; an older one ends at its next finding. */
let newest = 0;
let stopped = 0;
let turn: Promise<void> = Promise.resolve();
let engine: Engine | undefined;
let pictures: PictureSource | undefined;
const toyNetworks = createToyNetworkSource();
/** What the experiment downloads, and whether it waits for that. */
let wanted: 'pictures' | 'network' = 'pictures';
let isWaiting = false;

watchLine((isDown) => post({ id: newest, type: 'waiting', for: isDown ? 'connection' : wanted }));
watchDownloads((received, total) => {
  if (isWaiting) post({ id: newest, type: 'waiting', for: wanted, bytes: { received, total } });
});

listen((command: ExperimentCommand) => {
  if (command.type === 'stop') {
    stopped = command.id;
    return;
  }
  newest = command.id;
  // One after the other: two experiments at once would share the engine's memory.
  turn = turn.then(() => run(command)).catch((error: unknown) => fail(command.id, error));
});

async function run({ id, experiment: asked, dataUrl, backend }: Run): Promise<void> {
  if (id !== newest) return;
  if (!engine) {
    post({ id, type: 'waiting', for: 'engine' });
    nameKernelErrors();
    engine = await startEngine(backend);
  }
  post({ id, type: 'engine', ...engine.info });
  wanted = wants[asked.name] ?? 'pictures';
  isWaiting = asked.name !== 'sycophancyTraining'; // which makes its own data
  if (isWaiting) post({ id, type: 'waiting', for: wanted });
  pictures ??= createPictureSource(dataUrl);
  const sources = { pictures, pretrained: pretrainedSource, toyNetworks };
  for await (const finding of experiment(asked, sources)) {
    expectAlive(engine);
    isWaiting = false;
    post({ id, type: 'finding', finding });
    await nextTask();
    if (id !== newest) return;
    if (id === stopped) return post({ id, type: 'done', stopped: true });
  }
  post({ id, type: 'done', stopped: false });
}

function fail(id: number, error: unknown): void {
  if (error instanceof ExperimentError)
    return post({ id, type: 'failed', message: error.message, remedy: error.remedy });
  if (error instanceof DataError || error instanceof CheckpointError) {
    pictures = undefined;
    return post({ id, type: 'failed', message: error.message, remedy: error.remedy });
  }
  engine?.remove();
  engine = undefined;
  post({
    id,
    type: 'failed',
    message: `The engine stopped: ${reasonOf(error)}.`,
    remedy: 'Try again.',
  });
  console.error(error);
}
