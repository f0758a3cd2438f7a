import { expect, test } from 'vitest';
import { judgeAgreement } from '../../src/lib/verdicts.ts';
import { readyExercise } from './exercise.ts';
import { readCsv, readyFigure, visitFigure, waitForPhase } from './reader.ts';

const name = 'agreement-training';

test('a reader trains on data that agree by halves, is asked about it, and reads, steers and has the network until a reset', async () => {
  const { page, figure } = await visitFigure(`transformers/?steps=300&seed=2#${name}`, name);
  const press = (label: string) => figure.getByRole('button', { name: label, exact: true }).click();
  const source = (place = figure) => place.locator('[data-provenance] summary').textContent();
  expect(await source()).toMatch(/^Recorded/);
  const recorded = await page.locator('#residual-river [data-takeaway]').textContent();
  await press('Sometimes');
  await figure.getByText('These results are for other settings').waitFor();
  await press('Train');
  await waitForPhase(figure, 'running');
  await waitForPhase(figure, 'done');

  expect(await figure.locator('[data-takeaway]').textContent()).toMatch(
    /After 300 steps it agrees with \d+.% .* the data agreed with 50.%\. .* teachers the truth in (9\d|100).%/,
  );
  expect(await figure.locator('[data-prediction="decided"]').count()).toBe(1);
  expect(await figure.locator('svg[role="img"] .curve').count()).toBe(4);
  expect(await figure.locator('.samples tbody tr').count()).toBe(3);
  const rows = await readCsv(page, figure);
  expect(rows.map((row) => row['training step'])).toEqual([
    ...[0, 25, 50, 75, 100, 150, 200, 250, 300],
  ]);
  const agreed = rows.at(-1)!['agrees with friends']!;

  // The figures below go on with this network, not with the chapter's.
  const steering = await readyFigure(page, 'stream-steering');
  await waitForPhase(steering, 'done');
  const unchanged = (await readCsv(page, steering)).at(-1)!;
  expect(unchanged['friend agreed with']).toBe(agreed);
  const river = await readyFigure(page, 'residual-river');
  await waitForPhase(river, 'done');
  for (const figure of [steering, river])
    expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Live/);
  expect(await river.locator('[data-takeaway]').textContent()).not.toBe(recorded);

  // The exercise has heard of the network, and judges by it.
  const ask = () => readyExercise(page, 'train-agreement');
  let exercise = await ask();
  const choose = (group: string, option: RegExp) =>
    exercise.getByRole('group', { name: group }).getByRole('button', { name: option }).click();
  await choose('Your prediction', /Nearly always/);
  await exercise.getByRole('button', { name: 'Now show me' }).click();
  await exercise.getByText('your network: seed 2, 300 steps').waitFor();
  await choose('What you see', new RegExp(judgeAgreement(agreed), 'i'));
  await choose('What it can know', /^No: at best/);
  await exercise.locator('[data-state-of][data-progress="solved"]').waitFor();

  // After a reload both have it again, the exercise before the figure is even near.
  await page.goto(new URL('?#exercise-train-agreement', page.url()).href);
  exercise = await ask();
  await exercise.getByText('your network: seed 2, 300 steps').waitFor();
  const again = await readyFigure(page, name);
  await again.getByText('Your last run', { exact: true }).waitFor();
  expect((await readCsv(page, again)).at(-1)!['agrees with friends']).toBe(agreed);

  // A rate that is far too large is told so, and costs nothing.
  await again.getByText('More', { exact: true }).click();
  await again.getByLabel('Learning rate').selectOption('10');
  await again.getByRole('button', { name: 'Train', exact: true }).click();
  await waitForPhase(again, 'failed');
  expect(await again.getByRole('alert').textContent()).toMatch(
    /^Training has diverged: the loss .* Lower the learning rate\.$/,
  );
  expect(await exercise.getByText('your network: seed 2, 300 steps').count()).toBe(1);

  await again.getByRole('button', { name: 'Reset' }).click();
  await exercise.getByText('the recorded networks: seeds 1, 2, 3, 4, 5').waitFor();
  await page.reload();
  const last = await readyFigure(page, name);
  await (await ask()).getByText('the recorded networks').waitFor();
  expect(await source(last)).toMatch(/^Recorded/);
});
