import type { Answer, PlaceMaps } from '../../contract/classify.ts';
import type { ModelCard } from '../../contract/modelCard.ts';
import { allBlocks, intact } from '../../contract/surgery.ts';
import type { Answered } from './answer/answerStore.ts';

/** A network that knows three things. */
export const card: ModelCard = {
  title: 'A network of three',
  weights: 'model.safetensors',
  bytes: 21_561_264,
  data: '',
  recipe: '',
  resize: 146,
  crop: 128,
  accuracy: { pictures: 1000, top1: 0.662, top5: 0.87 },
  classes: ['espresso', 'beacon, lighthouse, beacon light', 'comb "fine"'].map((name, i) => ({
    name,
    wnid: `n0000000${i}`,
  })),
};

const signed = (...values: number[]) => Int8Array.from(values);

/** Maps of four pixels after every part. */
const maps: PlaceMaps[] = ['stem', ...allBlocks.map(({ stage, block }) => `${stage}.${block}`)].map(
  (place) => ({
    ...{ place, channels: 64, side: 2, mean: signed(10, 127, 60, 0) },
    strongest: [7, 31].map((channel) => ({
      ...{ channel, largest: 2.5, shortcut: signed(100, 20, 0, 60) },
      branch: place === 'stem' ? null : signed(-90, 107, 30, -100),
      y: signed(10, 127, 30, 0),
    })),
  }),
);

/** An answer with these probabilities, the likeliest first, for the classes in order. */
export function answerWith(...probabilities: number[]): Answer {
  return {
    guesses: probabilities.map((probability, index) => ({ index, probability })),
    probabilities: Float32Array.from(probabilities),
    maps,
    ms: 163.6,
    seen: new Uint8ClampedArray(64 * 64 * 4),
    side: 64,
  };
}

/** The same, of the whole network. */
export function answeredWith(...probabilities: number[]): Answered {
  const answer = answerWith(...probabilities);
  return { whole: answer, answer, surgery: intact() };
}
