import * as tf from '@tensorflow/tfjs-core';
import {
  imageNetStatistics,
  normalise,
  resizeAndCrop,
  type Picture,
} from '../data/pictures/preprocess.ts';
import type { ModelCard } from '../contract/modelCard.ts';
import { intact, type Surgery } from '../contract/surgery.ts';
import { runBlocks, type Hook, type OutputHook } from '../models/network.ts';
import { applySurgery } from './applySurgery.ts';
import { gradCam } from './gradCam.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import type { Answer, Guess, Heat } from '../contract/classify.ts';
import type { StateDict } from '../contract/stateDict.ts';
import { createPretrained } from './createPretrained.ts';
import { findOverflow, isWild } from './findOverflow.ts';
import { negativeVariance } from './negativeVariance.ts';
import { notNumbers } from './notNumbers.ts';
import { CheckpointError } from '../weights/checkpointError.ts';
import { keep, readMaps, showMaps, type KeptMaps } from './showMaps.ts';

/** A ResNet-34 with weights, which keeps the last picture it was shown. */
export interface PictureNetwork {
  show(picture: Picture): void;
  /** What it sees in the last picture, after surgery; rejects with a CheckpointError when that is no numbers. */
  classify(surgery: Surgery): Promise<Omit<Answer, 'ms'>>;
  /** Where in the last picture it sees a class. */
  locate(classIndex: number, surgery: Surgery): Promise<Heat>;
}

/** The stage after which Grad-CAM looks: its maps are finer than the last one's, and still about things. */
const locatedStage = 2;

/** Weights beyond this are rare; with them a layer may overflow between two places that are looked at anyway. */
const usualWeight = 1e6;

/**
 * Fills a ResNet-34 and runs it once, so that the first picture finds everything compiled.
 * Rejects with a CheckpointError when it computes no numbers.
 * @param isLost whether the device is gone: what is read from it means nothing then
 */
export async function createPictureNetwork(
  card: ModelCard,
  state: StateDict,
  isLost = () => false,
): Promise<PictureNetwork> {
  const side = card.crop;
  const layer = negativeVariance(state);
  if (layer !== undefined) throw notNumbers(card.title, intact(), layer);
  const network = createPretrained(card.classes.length, state);
  const isOdd = Object.values(state).some(({ data }) => isWild(data, usualWeight));
  let square: Uint8Array = new Uint8Array(side ** 2 * 3);

  const input = () => tf.tensor4d(normalise(square, imageNetStatistics), [1, side, side, 3]);

  /** Rejects with a CheckpointError that names the layer, if the last picture makes one compute no numbers. */
  const expectNumbers = async (surgery: Surgery) => {
    if (isLost()) return;
    const { stages, at } = applySurgery(network.blocks(), surgery);
    const x = input();
    const layer = await findOverflow(network, { blocks: stages.flat(), at }, x);
    x.dispose();
    if (layer !== undefined) throw notNumbers(card.title, surgery, layer);
  };

  const classify = async (surgery: Surgery) => {
    const { stages, at } = applySurgery(network.blocks(), surgery);
    const kept: KeptMaps[] = [];
    const looks = surgery.flatMap((uses, stage) =>
      uses.map(({ block, way }): [string, Hook] => {
        const place = `layer${stage + 1}.${block}`;
        const look: Hook = (terms) => {
          const { branch, shortcut } = terms;
          if (shortcut) {
            const maps = { branch: keep(branch), shortcut: keep(shortcut) };
            kept.push({ place: `${stage}.${block}`, way, ...maps });
          }
          return at[place]?.(terms);
        };
        return [place, look];
      }),
    );
    const stem: OutputHook = (x) => {
      kept.push({ place: 'stem', branch: null, shortcut: keep(x), way: 'both' });
      return undefined;
    };
    try {
      const outputs = tf.tidy(() => {
        const walk = { blocks: stages.flat(), at: Object.fromEntries(looks), after: { stem } };
        const logits = network.forward(input(), walk);
        return [logits, tf.softmax(logits)];
      });
      const [logits, shares] = await Promise.all(outputs.map((output) => output.data()));
      tf.dispose(outputs);
      const read = await Promise.all(kept.map(readMaps));
      const terms = read.flatMap(({ branch, shortcut }) => [branch ?? [], shortcut]);
      if (isOdd || [logits ?? [], ...terms].some(isWild)) await expectNumbers(surgery);
      const probabilities = Float32Array.from(shares ?? []);
      if (![...(logits ?? []), ...probabilities].every(Number.isFinite)) {
        throw notNumbers(card.title, surgery);
      }
      const maps = read.map(showMaps);
      return { probabilities, guesses: topFive(probabilities), seen: toRgba(square), side, maps };
    } finally {
      tf.dispose(kept.flatMap(({ branch, shortcut }) => (branch ? [branch, shortcut] : shortcut)));
    }
  };
  await classify(intact());

  return {
    show(picture) {
      square = resizeAndCrop(picture, card);
    },
    classify,
    async locate(classIndex, surgery) {
      const heat = tf.tidy(() => {
        const { stages, at } = applySurgery(network.blocks(), surgery);
        const before = stages.slice(0, locatedStage + 1).flat();
        const behind = stages.slice(locatedStage + 1).flat();
        const maps = runBlocks(before, network.stem(input()), { at });
        const rest = (x: FeatureMaps) => network.head(runBlocks(behind, x, { at }));
        const map = gradCam(maps, rest, classIndex);
        return tf.div(map, tf.maximum(tf.max(map), 1e-12)) as tf.Tensor2D;
      });
      const values = Float32Array.from(await heat.data());
      heat.dispose();
      if (!values.every(Number.isFinite)) {
        throw new CheckpointError(
          `${card.title}: the gradients of this class are not numbers, so this page can’t show where the network sees it.`,
          'Choose another class, or other weights.',
        );
      }
      return { classIndex, side: heat.shape[0], values };
    },
  };
}

/** None where all classes are as likely as each other: then none is a guess. */
function topFive(probabilities: Float32Array): Guess[] {
  const [most, least] = [Math.max(...probabilities), Math.min(...probabilities)];
  if (probabilities.length > 1 && most - least <= 1e-6 * most) return [];
  return Array.from(probabilities, (probability, index) => ({ index, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 5);
}

function toRgba(rgb: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  rgb.forEach((value, i) => (rgba[Math.floor(i / 3) * 4 + (i % 3)] = value));
  return rgba;
}
