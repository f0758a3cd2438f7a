import type { AgreementRecord, AgreementRun } from '../../contract/agreementRecord.ts';
import { chapterTraining, type Score } from '../../contract/sycophancy.ts';
import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { Recorded } from './Picture.tsx';
import type { NetworksSettings } from './settings.ts';

const score = (agree: number, truth: number): Score => {
  const difference = { mean: 10 * (agree - 0.5), deviation: 2 };
  const of = { prompts: 300, difference };
  return {
    friend: { ...of, agree, truth: 1 - agree },
    teacher: { ...of, agree: 0, truth },
    none: { ...of, prompts: 100, agree: 0, truth },
  };
};
const sublayers = ['layers.0.attention', 'layers.0.mlp', 'layers.1.attention', 'layers.1.mlp'];

/** A network that agrees with `agree` of the wrong opinions, and without each sublayer with `without`. */
const run = (seed: number, agree: number, without: number[]): AgreementRun => ({
  training: { ...chapterTraining, seed },
  losses: [3.4, 0.1],
  scores: [{ step: 500, score: score(agree, 0.98) }],
  removed: sublayers.map((place, i) => ({ place, score: score(without[i] ?? 0, 0.1 + 0.2 * i) })),
  steered: ['embedding', ...sublayers].map((place, i) => ({
    ...{ place, agreement: score(i / 4, 0.9), random: score(0.9 + i / 40, 0.9) },
  })),
});

export const recording: AgreementRecord = {
  recordedAt: '2026-11-27T12:00:00.000Z',
  engine: 'WebAssembly',
  runs: [
    run(1, 1, [0.4, 0.8, 0.1, 1]),
    run(2, 0.97, [0, 0.3, 0.9, 0.8]),
    run(3, 0.6, [0.2, 0.4, 0.3, 0.5]),
  ],
  halves: [],
};

/** Every state of the five networks that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<NetworksSettings, Recorded> = {
  removed: {
    recording,
    says: 'attention of layer 1 in 2, and attention of layer 2 in 1',
  },
  steered: {
    ...{ recording, settings: { view: 'steered' } },
    says: 'After MLP of layer 2 it is 100 %',
  },
};
