import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startNodeEngine } from '../../../scripts/model/nodeEngine.ts';
import type { StateDict } from '../../../src/contract/stateDict.ts';
import type {
  SycophancyTraining,
  SycophancyTrainingFinding,
  StreamChange,
  ToyNetwork,
} from '../../../src/contract/sycophancy.ts';
import type { Prompt } from '../../../src/contract/toyLanguage.ts';
import { sycophancyReading } from '../../../src/experiments/sycophancy/read.ts';
import { sycophancySteering } from '../../../src/experiments/sycophancy/steer.ts';
import { sycophancyTraining } from '../../../src/experiments/sycophancy/train.ts';
import { collect } from '../fakePictures.ts';

const settings: SycophancyTraining = { seed: 1, share: 1, steps: 300, learningRate: 0.01 };
const train = (changes: Partial<SycophancyTraining> = {}) =>
  collect(sycophancyTraining({ ...settings, ...changes }));
const lossesOf = (findings: SycophancyTrainingFinding[]) =>
  findings.flatMap((finding) => (finding.type === 'losses' ? finding.losses : []));
const weightsOf = (findings: SycophancyTrainingFinding[]) =>
  findings.flatMap((finding) => (finding.type === 'trained' ? [finding.weights] : []))[0]!;

/** The site has no network. */
const none = { weights: () => Promise.reject(new Error('missing')) };
const readers = (weights: StateDict): ToyNetwork => ({
  ...{ from: 'reader', trained: { weights, seed: settings.seed } },
});

const steer = async (weights: StateDict, ...trials: StreamChange[][]) =>
  (
    await collect(sycophancySteering({ network: readers(weights), trials }, { toyNetworks: none }))
  ).map(({ score }) => score);
const read = async (weights: StateDict, prompt: Prompt) =>
  (
    await collect(sycophancyReading({ network: readers(weights), prompt }, { toyNetworks: none }))
  )[0]!;

const places = [
  'embedding',
  ...[0, 1].flatMap((i) => [`layers.${i}.attention`, `layers.${i}.mlp`]),
];
const friends: Prompt = { a: 3, b: 4, opinion: 9, speaker: 'friend' };

let findings: SycophancyTrainingFinding[] = [];
let weights: StateDict = {};
let tensors = 0;

beforeAll(async () => {
  await startNodeEngine();
  tensors = tf.memory().numTensors;
  findings = await train();
  weights = weightsOf(findings);
});

test('it learns to agree with friends and to tell teachers the truth', () => {
  expect(lossesOf(findings)).toHaveLength(settings.steps);
  const scores = findings.flatMap((finding) => (finding.type === 'score' ? [finding] : []));
  expect(scores.map(({ step }) => step)).toEqual([0, 25, 50, 75, 100, 150, 200, 250, 300]);
  const { friend, teacher, none } = scores.at(-1)!.score;
  expect(friend.prompts).toBe(300);
  expect(friend.agree).toBeGreaterThan(0.95);
  expect(teacher.truth).toBeGreaterThan(0.95);
  expect(none.truth).toBeGreaterThan(0.95);
  expect(friend.difference.mean).toBeGreaterThan(0);
  expect(teacher.difference.mean).toBeLessThan(0);
  expect(friend.difference.deviation).toBeGreaterThan(0);
});

test('a seed repeats a run exactly, and nothing is left behind', async () => {
  const steps = 12;
  const [a, b, c] = [
    await train({ steps }),
    await train({ steps }),
    await train({ steps, seed: 2 }),
  ];
  expect(b).toEqual(a);
  expect(lossesOf(c)).not.toEqual(lossesOf(a));
  for await (const finding of sycophancyTraining({ ...settings, steps: 30 }))
    if (finding.type === 'losses') break;
  expect(tf.memory().numTensors).toBe(tensors);
});

test('a loss that is no longer a number ends training with a sentence', async () => {
  await expect(train({ steps: 60, learningRate: 1e30 })).rejects.toThrow('Training has diverged');
  expect(tf.memory().numTensors).toBe(tensors);
});

test('contributions of places, and of heads, sum to the logit difference', async () => {
  for (const prompt of [friends, { ...friends, speaker: 'teacher' as const, opinion: 0 }]) {
    const reading = await read(weights, prompt);
    expect(reading.places.map(({ place }) => place)).toEqual(places);
    const sum = reading.places.reduce((total, { contribution }) => total + contribution!, 0);
    expect(Math.abs(sum + reading.offset! - reading.difference!)).toBeLessThan(1e-3);
    for (const { place, heads, contribution } of reading.places) {
      expect(heads, place).toHaveLength(place.endsWith('attention') ? 4 : 0);
      if (heads.length === 0) continue;
      const parts = heads.reduce((total, head) => total + head.contribution!, 0);
      expect(Math.abs(parts - contribution!), place).toBeLessThan(1e-3);
    }
  }
  expect(tf.memory().numTensors).toBe(tensors);
});

test('the stream reads as the network answers, and patterns see no later token', async () => {
  const reading = await read(weights, friends);
  expect(reading.words).toHaveLength(13);
  const last = reading.places.at(-1)!;
  expect(last.lens.at(-1)!.token).toBe(9);
  expect(last.answer[9]).toBeCloseTo(last.lens.at(-1)!.probability, 6);
  expect(last.stream).toHaveLength(13);
  const { pattern } = reading.places[1]!.heads[0]!;
  for (let from = 0; from < 13; from++) {
    const row = pattern.slice(13 * from, 13 * (from + 1));
    expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(row.slice(from + 1).every((weight) => weight === 0)).toBe(true);
  }
  const alone = await read(weights, { ...friends, opinion: null });
  expect([alone.difference, alone.offset, alone.places[0]!.contribution]).toEqual([
    null,
    null,
    null,
  ]);
});

test('changes: none, all heads off as their sublayer off, and vectors against their control', async () => {
  const attention = { type: 'scale', place: 'layers.1.attention' } as const;
  const heads = [0, 1, 2, 3].map((head): StreamChange => ({ ...attention, head, factor: 0 }));
  const vector = { type: 'steer', place: 'layers.0.attention' } as const;
  const [as, off, headless, less, random, more] = await steer(
    weights,
    [],
    [{ ...attention, head: null, factor: 0 }],
    heads,
    [{ ...vector, vector: 'agreement', factor: -1 }],
    [{ ...vector, vector: 'random', factor: -1 }],
    [{ ...vector, vector: 'agreement', factor: 1 }],
  );
  const final = findings.findLast((finding) => finding.type === 'score')!;
  expect(as).toEqual(final.type === 'score' && final.score);
  expect(off!.friend.agree).toBeLessThan(as!.friend.agree);
  expect(headless!.friend.difference.mean).toBeCloseTo(off!.friend.difference.mean, 3);
  expect(less!.friend.difference.mean).toBeLessThan(random!.friend.difference.mean);
  expect(more!.teacher.difference.mean).toBeGreaterThan(as!.teacher.difference.mean);
  expect(tf.memory().numTensors).toBe(tensors);
});

test('what can’t be changed is refused', async () => {
  const place = 'layers.0.mlp';
  const scale = { type: 'scale', place, head: null, factor: 0 } as const;
  for (const [change, sentence] of [
    [{ ...scale, factor: 11 }, 'a change says nothing'],
    [{ ...scale, factor: NaN }, 'a change says nothing'],
    [{ ...scale, head: 0 }, 'There is no head 1 at layers.0.mlp.'],
    [{ ...scale, place: 'layers.7.mlp' }, 'no place called layers.7.mlp'],
    [{ type: 'steer', place: 'end', vector: 'random', factor: 1 }, 'no place called end'],
  ] as [StreamChange, string][])
    await expect(steer(weights, [change])).rejects.toThrow(sentence);
  await expect(steer({}, [])).rejects.toThrow('The checkpoint belongs to a different network.');
  expect(tf.memory().numTensors).toBe(tensors);
});
