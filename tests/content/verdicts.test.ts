import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LesionRecord } from '../../src/contract/lesionRecord.ts';
import { measuredNetworks, type RunRecord } from '../../src/contract/runRecord.ts';
import {
  compareErrors,
  estimate,
  estimateShare,
  isBlind,
  isDegradation,
} from '../../src/lib/verdicts.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');
const run = JSON.parse(read('runs/degradation-small.json')) as RunRecord;
const lesions = JSON.parse(read('runs/lesions-tiny200.json')) as LesionRecord;
const lesson1 = read('lessons/01-degradation.mdx');
const lesson6 = read('lessons/06-resnet34.mdx');

const trained = measuredNetworks(run).map(({ id, trainErrors, testErrors }) => ({
  id,
  train: estimate(trainErrors.slice(-40)),
  test: estimateShare(testErrors.at(-1)?.error ?? NaN, run.config.evaluation.pictures),
}));
const network = (id: string) => trained.find((one) => one.id === id)!;

test('“the deep plain network ends with a much higher training error” is the degradation', () => {
  expect(lesson1).toContain(
    'In the recorded run the deep plain network ends with a much higher training error than the shallow one',
  );
  expect(isDegradation(network('plain-56').train, network('plain-20').train, run.step)).toBe(true);
});

test('“the two residual networks end closer together” holds beyond the noise', () => {
  expect(lesson1).toContain('The two residual networks end closer together.');
  const gap = (kind: string) => {
    const [deep, shallow] = [network(`${kind}-56`).train, network(`${kind}-20`).train];
    const mean = Math.abs(deep.mean - shallow.mean);
    return { mean, error: Math.hypot(deep.error, shallow.error) };
  };
  expect(compareErrors(gap('residual'), gap('plain'))).toBe('better');
});

test('“the deeper network is worse in every pair” holds of the recorded test errors', () => {
  expect(lesson1).toContain('The deeper network is worse in every pair.');
  expect(compareErrors(network('plain-56').test, network('plain-20').test)).toBe('worse');
});

test('“without one shortcut it is as good as blind”, but for the very end', () => {
  expect(lesson6).toContain('Without one shortcut it is as good as blind');
  expect(lesson6).toContain('Only at the very end');
  const blind = lesions.withoutShortcut.map((share) => isBlind(share, lesions.whole));
  expect(blind.slice(0, -1)).not.toContain(false);
  expect(blind.at(-1)).toBe(false);
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

test('“it needs the branches of stage 2 most”', () => {
  expect(lesson6).toContain('In the recording, it needs the branches of stage 2 most.');
  const blocks = [3, 4, 6, 3];
  let start = 0;
  const means = blocks.map((count) => {
    const shares = lesions.withoutBranch.slice(start, start + count);
    start += count;
    return shares.reduce((sum, share) => sum + share, 0) / count;
  });
  expect(means.indexOf(Math.min(...means))).toBe(1);
});
