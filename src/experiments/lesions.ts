import * as tf from '@tensorflow/tfjs-core';
import { randomSquare } from '../data/pictures/crops.ts';
import { imageNetStatistics, preprocess, type Picture } from '../data/pictures/preprocess.ts';
import { createRng } from '../lib/rng.ts';
import { studyLesions } from './lesionStudy.ts';
import type { Sources } from './sources.ts';
import type { LesionExperiment, LesionFinding } from '../contract/experiments.ts';

/** How often each damaged network answers what the whole one does, counted after every batch of views. */
export async function* lesions(
  { modelUrl, photographUrls, views, batchSize, seed }: LesionExperiment,
  { pretrained: source }: Pick<Sources, 'pretrained'>,
): AsyncGenerator<LesionFinding, void> {
  const photographs = await source.photographs(photographUrls);
  const { network, card } = await source.network(modelUrl);
  const rng = createRng(seed, 'lesions');
  const how = { ...imageNetStatistics, resize: card.crop, crop: card.crop };
  let found: LesionFinding = { type: 'lesions', views: 0, withoutBranch: [], withoutShortcut: [] };
  try {
    while (found.views < views) {
      const count = Math.min(batchSize, views - found.views);
      const squares = Array.from({ length: count }, (_, i) => {
        const photograph = photographs[(found.views + i) % photographs.length] as Picture;
        return preprocess(randomSquare(photograph, rng), how);
      });
      const x = tf.tidy(() =>
        tf.stack(squares.map((values) => tf.tensor3d(values, [card.crop, card.crop, 3]))),
      ) as tf.Tensor4D;
      const { whole, withoutBranch, withoutShortcut } = await studyLesions(network, x);
      x.dispose();
      const add = (counts: number[], lesions: Int32Array[]) =>
        lesions.map(
          (guesses, i) =>
            (counts[i] ?? 0) + guesses.filter((guess, k) => guess === whole[k]).length,
        );
      found = {
        type: 'lesions',
        views: found.views + count,
        withoutBranch: add(found.withoutBranch, withoutBranch),
        withoutShortcut: add(found.withoutShortcut, withoutShortcut),
      };
      yield found;
    }
  } finally {
    network.dispose();
  }
}
