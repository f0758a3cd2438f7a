import { asInThePaper, constantRate } from '../../contract/runConfig.ts';
import type { PlaceSizes } from '../../contract/streamSizes.ts';
import { chapterTraining, type Answers, type Score } from '../../contract/sycophancy.ts';
import type {
  ResidualStream,
  TransformerStream,
  TwoStreamsRecord,
} from '../../contract/twoStreamsRecord.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine } from '../../figure/live/exampleEngine.ts';
import type { Recorded } from './Picture.tsx';
import type { SurveyRun } from './run.ts';
import type { StreamsSettings } from './settings.ts';

const exactly = (mean: number) => ({ mean, deviation: mean / 10 });

/** A stream that becomes `factor` times as long at each place, where something half as long as it is added. */
function grow(places: string[], factor: number): PlaceSizes[] {
  return places.map((place, i) => ({
    place,
    shortcut: exactly(2 * factor ** i),
    branch: exactly(factor ** i),
    after: exactly(2 * factor ** (i + 1)),
    ratio: exactly(0.5),
  }));
}

const blocks = [1, 2, 3].flatMap((stage) => [0, 1, 2].map((block) => `layer${stage}.${block}`));
const sublayers = [0, 1].flatMap((layer) => [`layers.${layer}.attention`, `layers.${layer}.mlp`]);

const residual = (preActivation: boolean, seed: number): ResidualStream => ({
  network: {
    ...{ ...asInThePaper, id: 'residual-20', kind: 'residual', depth: 20, width: 8 },
    preActivation,
  },
  seed,
  losses: [],
  start: exactly(2),
  places: grow(blocks, (preActivation ? 1.2 : 1) + seed / 100),
  right: 0.5,
  rightWithout: blocks.map((_, i) => 0.2 + i / 30),
});

const answers = (prompts: number, agree: number, truth: number): Answers => ({
  ...{ prompts, agree, truth },
  difference: { mean: 0, deviation: 0 },
});
const score = (share: number): Score => ({
  friend: answers(300, share, 0),
  teacher: answers(300, 0, share),
  none: answers(100, 0, share),
});
const survey = {
  start: exactly(2),
  places: grow(sublayers, 1.5),
  score: score(1),
  scoreWithout: sublayers.map((_, i) => score(i / 5)),
};
const transformer = (seed: number): TransformerStream => ({
  training: { ...chapterTraining, seed },
  ...survey,
});

export const recording: TwoStreamsRecord = {
  recordedAt: '2026-11-24T12:00:00.000Z',
  engine: 'WebAssembly',
  version: 1,
  recipe: {
    ...{ steps: 1500, batchSize: 64, learningRate: 0.05, schedule: constantRate },
    ...{ momentum: 0.9, weightDecay: 1e-4 },
  },
  data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
  pictures: 2000,
  residual: [false, true].flatMap((design) => [1, 2].map((seed) => residual(design, seed))),
  transformers: [transformer(1), transformer(2)],
};

export const run: SurveyRun = {
  network: 'reader',
  sizes: { start: survey.start, places: grow(sublayers, 1.8) },
  score: score(0.9),
  scoreWithout: survey.scoreWithout,
};

/** Every state of the figure that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<StreamsSettings, SurveyRun, Recorded> = {
  recorded: { recording, says: 'ResNet, 20 layers, original block' },
  'with pre-activation': {
    ...{ recording, settings: { design: 'pre-activation' } },
    says: 'ResNet, 20 layers, pre-activation',
  },
  'on the way': {
    ...{ recording, phase: 'running', engine, settings: { network: 'reader' } },
    result: { ...run, scoreWithout: run.scoreWithout.slice(0, 2) },
    says: 'Sublayer 2 of 4 removed',
  },
  'with the reader’s network': {
    ...{ recording, phase: 'done', engine, result: run, settings: { network: 'reader' } },
    says: 'yours, measured here',
  },
  'without a network of one’s own': {
    ...{ recording, phase: 'failed', engine, settings: { network: 'reader' } },
    failure: {
      message: 'You haven’t trained a network on this page yet.',
      remedy: 'Train one in the figure above, or choose the chapter’s.',
    },
    says: 'Train one in the figure above',
  },
};
