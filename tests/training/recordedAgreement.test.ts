import { mean } from 'd3';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import type { AgreementRecord } from '../../src/contract/agreementRecord.ts';
import type { ExperimentRecord } from '../../src/contract/experimentRecord.ts';
import { chapterTraining, type SycophancyRun } from '../../src/contract/sycophancy.ts';
import { sycophancyTraining } from '../../src/experiments/sycophancy/train.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../content/runs/${name}.json`, import.meta.url), 'utf8'));
const { runs, halves } = read('agreement') as AgreementRecord;

const rounded = (value: number) => Number(value.toPrecision(6));
const meansOfTen = (losses: number[], groups: number) =>
  Array.from({ length: groups }, (_, i) => rounded(mean(losses.slice(10 * i, 10 * i + 10))!));

beforeAll(startNodeEngine, 120_000);

test('five seeds were recorded, the first of them the chapter’s, and with half of the agreement too', () => {
  const seeds = [1, 2, 3, 4, 5];
  expect(runs.map(({ training }) => training)).toEqual(
    seeds.map((seed) => ({ ...chapterTraining, seed })),
  );
  expect(halves.map(({ training }) => training)).toEqual(
    seeds.map((seed) => ({ ...chapterTraining, seed, share: 0.5 })),
  );
  expect(runs[0]!.training).toEqual(chapterTraining);
});

test('the figure opens on the run that made the chapter’s network', () => {
  const { result } = read('agreement-training') as ExperimentRecord;
  const { training, losses, scores } = result as SycophancyRun;
  const [first] = runs;
  expect(training).toEqual(chapterTraining);
  for (const [i, loss] of meansOfTen(losses, first!.losses.length).entries())
    expect(loss / first!.losses[i]!).toBeCloseTo(1, 4);
  expect(scores.map(({ step, score }) => ({ step, score }))).toEqual(first!.scores);
});

/** WebAssembly computes the same bits on every processor; the first 20 steps tell any change. */
test.each(runs)('seed $training.seed repeats', async ({ training, losses: recorded, scores }) => {
  const losses: number[] = [];
  for await (const finding of sycophancyTraining(training)) {
    if (finding.type === 'score')
      expect(finding.score.friend.agree).toBeCloseTo(scores[0]!.score.friend.agree, 5);
    if (finding.type === 'losses') losses.push(...finding.losses);
    if (losses.length >= 20) break;
  }
  expect(meansOfTen(losses, 2), 'other digits by intent? npm run record -- agreement').toEqual(
    recorded.slice(0, 2),
  );
});
