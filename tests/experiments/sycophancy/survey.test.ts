import * as tf from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { startNodeEngine } from '../../../scripts/model/nodeEngine.ts';
import type { StateDict } from '../../../src/contract/stateDict.ts';
import { sycophancySteering } from '../../../src/experiments/sycophancy/steer.ts';
import { sycophancySurvey } from '../../../src/experiments/sycophancy/survey.ts';
import { readSafetensors } from '../../../src/weights/safetensors/safetensors.ts';
import { collect } from '../fakePictures.ts';

const places = [0, 1].flatMap((i) => [`layers.${i}.attention`, `layers.${i}.mlp`]);
const network = { from: 'site', url: 'http://site/model.safetensors' } as const;
let toyNetworks: { weights: () => Promise<StateDict> };

beforeAll(async () => {
  await startNodeEngine();
  const file = new URL('../../../public/models/agreement/model.safetensors', import.meta.url);
  const weights = readSafetensors(new Uint8Array(readFileSync(file)));
  toyNetworks = { weights: () => Promise.resolve(weights) };
});

test('a survey measures every addition, removes each sublayer, and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const findings = await collect(sycophancySurvey({ network }, { toyNetworks }));
  expect(tf.memory().numTensors).toBe(before);

  const [sizes, ...scores] = findings;
  if (sizes?.type !== 'sizes') throw new Error('The sizes come first.');
  expect(sizes.places.map(({ place }) => place)).toEqual(places);
  let stream = sizes.start;
  for (const { shortcut, branch, after, ratio } of sizes.places) {
    // The shortcut of a transformer brings the stream as it is.
    expect(shortcut).toEqual(stream);
    expect(after.mean).toBeLessThan(shortcut.mean + branch.mean);
    expect(after.mean).toBeGreaterThan(Math.abs(shortcut.mean - branch.mean));
    expect(Math.abs(ratio.mean - branch.mean / shortcut.mean)).toBeLessThan(0.1);
    stream = after;
  }

  const off = places.map((place) => [{ type: 'scale', place, head: null, factor: 0 } as const]);
  const trials = await collect(
    sycophancySteering({ network, trials: [[], ...off] }, { toyNetworks }),
  );
  expect(scores.map((one) => one.type === 'score' && one.without)).toEqual([null, ...places]);
  expect(scores.map((one) => one.type === 'score' && one.score)).toEqual(
    trials.map(({ score }) => score),
  );
});
