import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LesionRecord } from '../../src/contract/lesionRecord.ts';
import goldens from '../reference/classifier.json' with { type: 'json' };
import { allBlocks } from '../../src/contract/surgery.ts';
import { lastOf, type RunRecord } from '../../src/contract/runRecord.ts';
import {
  compareErrors,
  estimate,
  estimateShare,
  isBlind,
  isUnsure,
  judgeDepth,
} from '../../src/lib/verdicts.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');
const runs = JSON.parse(read('runs/degradation.json')) as RunRecord[];
const lesions = JSON.parse(read('runs/lesions-tiny200.json')) as LesionRecord;
const card = JSON.parse(read('../public/models/tiny200/model.json')) as {
  accuracy: { top1: number; top5: number };
  classes: { name: string }[];
};
const lesson1 = read('lessons/01-degradation.mdx');
const lesson6 = read('lessons/06-resnet34.mdx');

/** A network's errors at the end of each recorded run, the training error over its last 100 steps. */
const network = (id: string) =>
  runs.map((run) => {
    const { trainErrors, measurements } = run.networks.find((one) => one.id === id)!;
    const { pictures } = run.config.evaluation;
    return {
      train: estimate(lastOf(run, trainErrors, 100)),
      test: estimateShare(measurements.at(-1)?.testError ?? NaN, pictures),
    };
  });

test('“the deep plain network ends with a much higher training error” is the degradation, in every run', () => {
  expect(lesson1).toContain(
    'In each of the recorded runs the deep plain network ends with a much higher training error than the shallow one',
  );
  const [deep, shallow] = [network('plain-56'), network('plain-20')];
  const pairs = runs.map((_, i) => ({ deep: deep[i]!.train, shallow: shallow[i]!.train }));
  for (const [i, run] of runs.entries())
    expect(judgeDepth([pairs[i]!], run.step).degradation).toBe('yes');
  expect(judgeDepth(pairs, runs[0]!.step)).toEqual({
    ...{ word: 'worse', seeds: runs.length, degradation: 'yes' },
  });
});

test('“the two residual networks end about level” holds in every run', () => {
  expect(lesson1).toContain('The two residual networks end about level');
  const [deep, shallow] = [network('residual-56'), network('residual-20')];
  for (const i of runs.keys())
    expect(compareErrors(deep[i]!.train, shallow[i]!.train)).toBe('the same');
});

test('the recorded runs show in every seed what the lab says they show', () => {
  const last = (id: string) => network(id).map(({ train }) => train.mean);
  const [plain20, plain56] = [last('plain-20'), last('plain-56')];
  const [residual20, residual56] = [last('residual-20'), last('residual-56')];
  for (const i of runs.keys()) {
    expect(plain56[i]! - plain20[i]!).toBeGreaterThan(0.05);
    expect(plain56[i]! - residual56[i]!).toBeGreaterThan(0.1);
    expect(residual56[i]! - residual20[i]!).toBeLessThan(0.01);
  }
});

test('“the deeper network is worse in every pair” holds of the recorded test errors', () => {
  expect(lesson1).toContain('The deeper network is worse in every pair.');
  const [deep, shallow] = [network('plain-56'), network('plain-20')];
  for (const i of runs.keys()) expect(compareErrors(deep[i]!.test, shallow[i]!.test)).toBe('worse');
});

/** The places of these in the order of `allBlocks`, such as [3, 1] for stage 3, block 1. */
const places = (isMeant: (index: number) => boolean) =>
  allBlocks
    .filter((_, index) => isMeant(index))
    .map(({ stage, block }) => [stage + 1, block + 1] as const);

test('“cut any of 12 shortcuts, and the network is as good as blind”, and which four it can spare', () => {
  expect(lesson6).toContain(
    'Cut any one of 12, and the network is as good as blind: it gets at most 4 % of the pictures right',
  );
  expect(lesson6).toContain('the projection into stage 3 and all three shortcuts of stage 4');
  const { whole, withoutShortcut } = lesions;
  const spared = places((index) => !isBlind(withoutShortcut[index]!, whole));
  expect(spared).toEqual([
    [3, 1],
    [4, 1],
    [4, 2],
    [4, 3],
  ]);
  const blind = withoutShortcut.filter((share) => isBlind(share, whole));
  expect(Math.max(...blind)).toBeLessThanOrEqual(0.04);
  expect(lesson6).toContain('It does best without the projection into stage 4');
  expect(places((index) => withoutShortcut[index] === Math.max(...withoutShortcut))).toEqual([
    [4, 1],
  ]);
});

test('“without one branch the network makes more mistakes, but it still sees”', () => {
  expect(lesson6).toContain(
    'Without one branch the network makes more mistakes, but it still sees.',
  );
  for (const share of lesions.withoutBranch) {
    expect(share).toBeLessThan(lesions.whole);
    expect(isBlind(share, lesions.whole)).toBe(false);
  }
});

test('“the branches it misses most are the first ones of stages 1, 2 and 3”', () => {
  expect(lesson6).toContain(
    'the branches it misses most are the first ones of stages 1, 2 and 3. Without any of the other 13 it is still right on more than half',
  );
  const { withoutBranch } = lesions;
  expect(places((index) => withoutBranch[index]! <= 0.5)).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

test('“right about two times in three”, and among its five best “about seven times in eight”', () => {
  expect(lesson6).toContain(
    'Its first guess is right about two times in three, and the right name is among its five best guesses about seven times in eight.',
  );
  expect(card.accuracy.top1).toBeCloseTo(2 / 3, 1);
  expect(card.accuracy.top5).toBeCloseTo(7 / 8, 1);
});

test('what the lesson says of the rocket and of the cat is what PyTorch answers with these weights', () => {
  expect(lesson6).toContain(
    'It is fairly sure that the rocket is an obelisk, although _projectile, missile_ is among its 200 names.',
  );
  expect(lesson6).toContain('unsure whether an Egyptian cat or a tabby.');
  const top5 = (file: string) => goldens.find((one) => one.file === file)!.top5;
  const [[rocket, share] = []] = top5('rocket.jpg');
  expect([rocket, isUnsure(Number(share))]).toEqual(['obelisk', false]);
  expect(card.classes.map(({ name }) => name)).toContain('projectile, missile');
  const [[first, most] = [], [second] = []] = top5('chelsea.png');
  expect([first, second, isUnsure(Number(most))]).toEqual([
    'Egyptian cat',
    'tabby, tabby cat',
    true,
  ]);
});
