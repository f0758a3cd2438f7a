import { expect, test } from 'vitest';
import type { SycophancyTrainingFinding } from '../../../src/contract/sycophancy.ts';
import { textOf } from '../../../src/figure/frame/Takeaway.tsx';
import { startOf } from '../../../src/figure/settings/settings.tsx';
import {
  leastLoss,
  progress,
  table,
  takeaway,
} from '../../../src/widgets/agreement-training/describe.ts';
import { runWith } from '../../../src/widgets/agreement-training/examples.ts';
import { prediction } from '../../../src/widgets/agreement-training/prediction.ts';
import { initial, kept, reduce } from '../../../src/widgets/agreement-training/run.ts';
import { settings } from '../../../src/widgets/agreement-training/settings.ts';

test('a run grows by its findings, leaves the one before alone, and is saved without its weights', () => {
  const empty = initial(startOf(settings));
  const { scores } = runWith(500, { agree: 1, truth: 1 });
  const weights = { 'norm.bias': { shape: [1], data: new Float32Array(1) } };
  const findings: SycophancyTrainingFinding[] = [
    { type: 'score', ...scores[0]! },
    { type: 'losses', step: 2, losses: [3.5, 3.4] },
    { type: 'losses', step: 4, losses: [3.2, 3.1] },
    { type: 'trained', weights },
  ];
  const run = findings.reduce(reduce, empty);
  expect(run).toEqual({
    ...{ training: startOf(settings), losses: [3.5, 3.4, 3.2, 3.1], scores: [scores[0]], weights },
  });
  expect(progress(run)).toBe('training step 4 of 500');
  expect(empty.losses).toEqual([]);
  expect(kept(run)).toEqual({ ...run, weights: null });
});

test('the newest score is told beside what the data rewarded, and a loss above guessing as such', () => {
  const said = (...run: Parameters<typeof runWith>) => textOf(takeaway(runWith(...run)));
  const half = said(500, { agree: 0.42, truth: 0.99, share: 0.5, loss: 0.3 });
  expect(half).toMatch(/^After 500 steps it agrees with 42 % .* agreed with 50 %\./);
  expect(half).toMatch(/tells teachers the truth in 99 % .* gets 99 % of the sums right/);
  expect(half).not.toMatch(/guessing/);
  expect(said(300, { agree: 0.05, truth: 0.05, loss: 9 })).toMatch(
    /Its loss, 9\.0, is above that of guessing, 3\.5\.$/,
  );
  expect(textOf(takeaway(initial(startOf(settings))))).toMatch(/^Press Train/);
});

test('data that draw lots leave a loss that nothing can learn away', () => {
  expect(leastLoss(1)).toBe(0);
  expect(leastLoss(0)).toBe(0);
  expect(leastLoss(0.5)).toBeCloseTo(0.3 * Math.log(2), 10);
  expect(leastLoss(0.9)).toBeLessThan(leastLoss(0.6));
});

test.each([
  [0.95, 0],
  [0.5, 1],
  [0.05, 2],
])('agreement of %d decides the prediction', (agree, right) => {
  const result = runWith(500, { agree, truth: 1, share: 0.5 });
  const outcome = prediction.outcome({ result, settings: result.training, props: {} });
  expect(outcome).toMatchObject({ right });
  expect(prediction.outcome({ result: null, settings: result.training, props: {} })).toBeNull();
});

test('the table has a row a score, and no loss before the first step', () => {
  const rows = table(runWith(500, { agree: 1, truth: 1, loss: 0.25 }))!.rows;
  expect(rows.map(([step, loss]) => [step, loss])).toEqual([
    [0, ''],
    [500, 0.25],
  ]);
  expect(table(initial(startOf(settings)))).toBeNull();
});
