import { expect, test } from 'vitest';
import type { Checkpoint } from '../../../src/contract/checkpoint.ts';
import type { ExperimentEvent } from '../../../src/contract/experiments.ts';
import type { NetworkConfig } from '../../../src/contract/runConfig.ts';
import type { TrainedExperiment, TrainedFinding } from '../../../src/contract/trainedNetwork.ts';
import type { startExperimenter } from '../../../src/runtime/experimentClient.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import {
  lesionsOf,
  lookedAt,
  sortedWith,
} from '../../../src/widgets/degradation-lab/trained/examples.ts';
import {
  createTrainedStore,
  openable,
} from '../../../src/widgets/degradation-lab/trained/trainedStore.ts';

const { config } = runWith({ 'plain-8': 0.5, 'residual-8': 0.4 });
const [plain, residual] = config.networks as [NetworkConfig, NetworkConfig];
const [weights, others] = [[Float32Array.of(1)], [Float32Array.of(2)]];
const checkpoint: Checkpoint = {
  ...{ step: 100, trainingMs: 1 },
  networks: [weights, others].map((values) => ({ diverged: false, values })),
};

/** A store whose workers are the test's: it says what they find, and sees what they are asked. */
function openNetworks() {
  const workers: { asked: TrainedExperiment[]; told: string[] }[] = [];
  let say: (event: ExperimentEvent) => void = () => undefined;
  const start: typeof startExperimenter = (_, onEvent) => {
    const worker = { asked: [] as TrainedExperiment[], told: [] as string[] };
    workers.push(worker);
    say = onEvent;
    return {
      run: (experiment) => void worker.asked.push(experiment as unknown as TrainedExperiment),
      stop: () => void worker.told.push('stop'),
      dispose: () => void worker.told.push('dispose'),
    };
  };
  const store = createTrainedStore(config, checkpoint, start);
  const find = (...findings: TrainedFinding[]) => {
    for (const finding of findings) say({ id: 1, type: 'finding', finding });
  };
  return { store, workers, find, say: (event: ExperimentEvent) => say(event) };
}

const sorted: TrainedFinding = { type: 'sorted', ...sortedWith(3) };
const looked: TrainedFinding = { type: 'looked', ...lookedAt(residual) };
const lesions = lesionsOf(residual, 0.6, 0.3).map((lesion): TrainedFinding => ({
  ...{ type: 'lesion', ...lesion },
}));
const files: TrainedFinding = {
  ...{ type: 'files', name: 'residual-8', weights: new Uint8Array(), script: '', picture: 0 },
  logits: [],
};
const done: ExperimentEvent = { id: 1, type: 'done', stopped: false };

test('only networks with weights can be opened', () => {
  const [whole, gone] = checkpoint.networks;
  const of = (...networks: Checkpoint['networks']) =>
    openable(config, { ...checkpoint, networks }).map(({ id }) => id);
  expect(of(whole!, gone!)).toEqual(['plain-8', 'residual-8']);
  expect(of(whole!, { diverged: true, values: [] })).toEqual(['plain-8']);
  expect(of()).toEqual([]);
});

test('the first question carries the network’s own weights and the run’s test pictures', () => {
  const { store, workers } = openNetworks();
  expect(workers).toEqual([]);
  store.open(residual);
  expect(workers[0]!.asked).toEqual([
    {
      ...{ name: 'trainedNetwork', network: residual, values: others },
      ...{ pictures: 500, pictureSize: 16 },
      asks: [
        { about: 'picture', picture: 0, place: 'layer1.0' },
        { about: 'network' },
        { about: 'files', picture: 0 },
        { about: 'lesions', from: 0 },
      ],
    },
  ]);
});

test('another picture or block is asked for between two removals, which go on where they were', () => {
  const { store, workers, find } = openNetworks();
  store.open(residual);
  find(looked, { type: 'filters', filters: [] }, sorted, files, lesions[0]!);
  store.choose(2);
  const asks = () => workers[0]!.asked.at(-1)!.asks;
  expect(asks()).toEqual([
    { about: 'picture', picture: 0, place: 'layer3.0' },
    { about: 'lesions', from: 1 },
  ]);
  store.show(4);
  expect(asks()).toEqual([
    { about: 'picture', picture: 4, place: 'layer3.0' },
    { about: 'files', picture: 4 },
    { about: 'lesions', from: 1 },
  ]);
});

test('what one network has answered is kept while another is open', () => {
  const { store, workers, find, say } = openNetworks();
  store.open(residual);
  find(looked, sorted, files, ...lesions);
  say(done);
  store.open(plain);
  expect(workers[0]!.asked.at(-1)).toMatchObject({ network: plain, values: weights });
  const { answers, phase } = store.getState();
  expect(answers['residual-8']?.lesions).toHaveLength(3);
  expect([answers['plain-8'], phase]).toEqual([undefined, 'busy']);
  // All is known of the first: what is asked of the other is stopped, and nothing new is asked.
  store.open(residual);
  expect([workers[0]!.asked.length, workers[0]!.told]).toEqual([2, ['stop']]);
  say({ ...done, stopped: true });
  expect(store.getState().phase).toBe('done');
});

test('stopped, it can go on; a dead worker is replaced', () => {
  const { store, workers, find, say } = openNetworks();
  store.open(residual);
  find(looked, sorted, files, lesions[0]!);
  store.stop();
  say({ ...done, stopped: true });
  expect(store.getState().phase).toBe('stopped');
  store.goOn();
  expect(workers[0]!.asked.at(-1)!.asks).toEqual([{ about: 'lesions', from: 1 }]);
  say({ id: 1, type: 'failed', message: 'It died.', remedy: 'Again.' });
  expect(store.getState()).toMatchObject({
    ...{ phase: 'failed', failure: { message: 'It died.', remedy: 'Again.' } },
  });
  expect(workers[0]!.told).toEqual(['stop', 'dispose']);
  store.goOn();
  expect(workers[1]!.asked[0]!.asks).toEqual([{ about: 'lesions', from: 1 }]);
  expect(store.getState()).toMatchObject({ phase: 'busy', failure: null });
});
