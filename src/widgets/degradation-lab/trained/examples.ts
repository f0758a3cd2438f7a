import type { NetworkConfig } from '../../../contract/runConfig.ts';
import {
  placesOf,
  removalOf,
  type Lesion,
  type Looked,
  type Sorted,
} from '../../../contract/trainedNetwork.ts';
import { engine } from '../../../figure/live/exampleEngine.ts';
import { runWith } from '../exampleRun.ts';
import type { TrainedViewProps } from './TrainedView.tsx';
import { noAnswers, nothingOpen, type Answers } from './trainedStore.ts';

const { config: ofRun } = runWith({ 'plain-20': 0.6, 'residual-20': 0.4 }, 300);
/** Few and small, so that an example has few numbers. */
const config = {
  ...ofRun,
  networks: ofRun.networks.map((network) => ({ ...network, width: 4 })),
  data: { ...ofRun.data, pictureSize: 8 },
  evaluation: { every: 50, pictures: 20 },
};
const [plain, residual] = config.networks as [NetworkConfig, NetworkConfig];

const { pictureSize: side } = config.data;
const map = (phase: number) =>
  Float32Array.from({ length: side ** 2 }, (_, i) => Math.sin(i / 5 + phase));

/** Two pictures of each class, of which every `every`-th is taken for a dog. */
export function sortedWith(every: number): Sorted {
  const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 10);
  return {
    labels,
    guesses: labels.map((label, i) => (i % every === 0 ? 5 : label)),
    pixels: Uint8Array.from({ length: 20 * side ** 2 * 3 }, (_, i) => (i * 37) % 256),
  };
}

export function lesionsOf(network: NetworkConfig, from: number, to: number): Lesion[] {
  return placesOf(network).map((_, block) => ({
    block,
    testError: removalOf(network, block) === 'impossible' ? null : to + (from - to) * 0.6 ** block,
  }));
}

export function lookedAt(network: NetworkConfig): Looked {
  const isPlain = network.kind === 'plain';
  return {
    ...{ picture: 0, place: 'layer1.0', side, channels: network.width },
    strongest: [2, 0, 3, 1].map((channel) => ({
      ...{ channel, largest: 1 },
      branch: map(channel),
      shortcut: isPlain ? null : map(channel + 2).map((value) => Math.max(0, value)),
      y: map(channel + 1).map((value) => Math.max(0, value)),
    })),
    probabilities: [0.5, 0.2, 0.1, 0.05, 0.05, 0.02, 0.02, 0.02, 0.02, 0.02],
    without: [0.1, 0.6, 0.1, 0.05, 0.05, 0.02, 0.02, 0.02, 0.02, 0.02],
  };
}

const answersOf = (network: NetworkConfig, every: number, worst: number): Answers => ({
  filters: Array.from({ length: network.width }, (_, filter) =>
    Float32Array.from({ length: 27 }, (__, i) => Math.cos(i * (filter + 1))),
  ),
  sorted: sortedWith(every),
  looked: lookedAt(network),
  lesions: lesionsOf(network, worst, 1 / every),
  files: {
    ...{ name: network.id, weights: new Uint8Array(), script: '', picture: 0 },
    logits: [2.5, 1.25, 0.5, 0, 0, -1, -1, -1, -1, -1],
  },
});
const known = {
  [plain.id]: answersOf(plain, 2, 0.9),
  [residual.id]: answersOf(residual, 3, 0.6),
};

const opened = (state: Partial<TrainedViewProps['state']>) => ({
  opened: {
    ...{ config, networks: config.networks, step: 300 },
    state: { ...nothingOpen, ...state },
  },
});

/** Every state of a run's trained networks that is worth seeing, and words that must be in it. */
export const trainedExamples = {
  'a network opens': {
    ...opened({ chosen: residual, phase: 'busy', waitingFor: 'pictures' }),
    says: 'Downloading the test pictures…',
  },
  'removing one block after the other': {
    ...opened({
      ...{ chosen: residual, phase: 'busy', engine, tested: 10 },
      answers: {
        [residual.id]: {
          ...answersOf(residual, 3, 0.6),
          lesions: lesionsOf(residual, 0.6, 0.3).slice(0, 4),
        },
      },
    }),
    says: 'Block 5 of 9 removed: 10 of 20 test pictures…',
  },
  'a residual network, opened': {
    ...opened({ chosen: residual, phase: 'done', engine, answers: known }),
    says: 'Without block 1: 60 % test error instead of 30 %',
  },
  'a plain network, at a block that cannot be removed': {
    ...opened({ chosen: plain, phase: 'done', engine, answers: known, block: 3 }),
    says: 'so it cannot be removed',
  },
  'a network whose engine stopped': {
    ...opened({
      ...{ chosen: residual, phase: 'failed', engine, answers: { [residual.id]: noAnswers } },
      failure: {
        message: 'The engine has not responded for 8 seconds, so it was shut down.',
        remedy: 'Run it again to start a new engine.',
      },
    }),
    says: 'Try again',
  },
};
