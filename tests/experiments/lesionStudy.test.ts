import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { imageNetStatistics, normalise } from '../../src/data/pictures/preprocess.ts';
import type { ModelCard } from '../../src/contract/modelCard.ts';
import { createRng } from '../../src/lib/rng.ts';
import { allBlocks, intact, withWay } from '../../src/contract/surgery.ts';
import { studyLesions } from '../../src/experiments/lesionStudy.ts';
import type { LesionExperiment } from '../../src/contract/experiments.ts';
import { lesions } from '../../src/experiments/lesions.ts';
import type { PretrainedSource } from '../../src/experiments/sources.ts';
import { readSafetensors } from '../../src/weights/safetensors/safetensors.ts';
import { applySurgery } from '../../src/inference/applySurgery.ts';
import { createPretrained } from '../../src/inference/createPretrained.ts';
import { startBackend } from '../reference/backends.ts';
import goldens from '../reference/classifier.json' with { type: 'json' };
import { decodeCrop } from '../reference/decodeCrop.ts';
import { publicFile } from '../reference/publicFile.ts';
import { collect } from './fakePictures.ts';

let weights: ReturnType<typeof readSafetensors>;

// The shipped weights: answers of random ones would not change. What layers compute on each backend is
// tested with them, so one backend, the fastest here, is enough.
beforeAll(async () => {
  await startBackend('wasm');
  weights = readSafetensors(await publicFile('models/tiny200/model.safetensors'));
});

test('a study answers as the network does after each surgery alone, and frees its tensors', async () => {
  const network = createPretrained(200, weights);
  const squares = goldens.map(({ crop }) => {
    const { side, rgb } = decodeCrop(crop);
    return tf.tensor3d(normalise(rgb, imageNetStatistics), [side, side, 3]);
  });
  const x = tf.stack(squares) as tf.Tensor4D;
  const before = tf.memory().numTensors;
  const study = await studyLesions(network, x);
  expect(tf.memory().numTensors).toBe(before);

  const guess = (surgery: ReturnType<typeof intact>) =>
    tf.tidy(() => {
      const { stages, at } = applySurgery(network.blocks(), surgery);
      const logits = network.forward(x, { blocks: stages.flat(), at });
      return Int32Array.from(tf.argMax(logits, 1).dataSync());
    });
  expect(study.whole).toEqual(guess(intact()));
  expect(allBlocks).toHaveLength(16);
  for (const [index, { stage, block }] of allBlocks.entries()) {
    const after = (way: 'shortcut' | 'branch') => guess(withWay(intact(), stage, block, way));
    expect(study.withoutBranch[index]).toEqual(after('shortcut'));
    expect(study.withoutShortcut[index]).toEqual(after('branch'));
  }
  const answers = [...study.withoutBranch, ...study.withoutShortcut].map(String);
  expect(new Set(answers).size).toBeGreaterThan(10);
  tf.dispose([x, squares]);
  network.dispose();
});

const asked: LesionExperiment = {
  modelUrl: 'https://book.example/model/',
  photographUrls: ['https://book.example/one.png', 'https://book.example/two.png'],
  views: 5,
  batchSize: 2,
  seed: 1,
};
const card = { resize: 36, crop: 32 } as ModelCard;
const source: PretrainedSource = {
  network: () => Promise.resolve({ network: createPretrained(200, weights), card }),
  photographs: (urls) =>
    Promise.resolve(
      urls.map((_, which) => ({
        width: 50,
        height: 40,
        read(left: number, top: number, width: number, height: number) {
          const rng = createRng(which, left, top);
          return Uint8Array.from({ length: width * height * 4 }, () => rng.int(256));
        },
      })),
    ),
};

test('counts grow batch by batch up to all views, and nothing stays behind', async () => {
  const before = tf.memory().numTensors;
  const found = await collect(lesions(asked, { pretrained: source }));
  expect(found.map(({ views }) => views)).toEqual([2, 4, 5]);
  const [first, , last] = found;
  for (const way of ['withoutBranch', 'withoutShortcut'] as const) {
    expect(last![way]).toHaveLength(16);
    for (const [i, count] of last![way].entries()) {
      expect(count).toBeGreaterThanOrEqual(first![way][i]!);
      expect(count).toBeLessThanOrEqual(first![way][i]! + 3);
    }
  }
  expect(new Set([...last!.withoutBranch, ...last!.withoutShortcut]).size).toBeGreaterThan(1);
  expect(tf.memory().numTensors).toBe(before);
});

test('a study that is stopped frees its network', async () => {
  const before = tf.memory().numTensors;
  const study = lesions(asked, { pretrained: source });
  await study.next();
  await study.return();
  expect(tf.memory().numTensors).toBe(before);
});
