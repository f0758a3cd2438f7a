import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { readyExercise } from './exercise.ts';
import { readCsv, readyFigure, visit, visitFigure, waitForPhase } from './reader.ts';

const press = (figure: Locator, name: string) =>
  figure.getByRole('button', { name, exact: true }).click();
const factor = (figure: Locator) => figure.getByRole('slider', { name: 'Times the vector' });

/** The figure's sentence once it says so, of a run that has ended. */
async function said(figure: Locator, pattern: RegExp): Promise<string> {
  const takeaway = figure.locator('[data-takeaway]').filter({ hasText: pattern });
  await takeaway.waitFor();
  await waitForPhase(figure, 'done');
  return (await figure.locator('[data-takeaway]').textContent()) ?? '';
}

test('the stream is steered place by place, beside a random vector, and every sublayer is switched off', async () => {
  const { page, figure } = await visitFigure('transformers/', 'stream-steering');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Recorded/);
  const recorded = await readCsv(page, figure);

  // What was recorded is found again, and then what another place does.
  await press(figure, 'Run');
  await waitForPhase(figure, 'done');
  for (const [trial, row] of (await readCsv(page, figure)).entries())
    expect(row['friend difference']).toBeCloseTo(recorded[trial]!['friend difference']!, 3);
  await figure.getByRole('radio', { name: 'the embedding' }).check();
  expect(await said(figure, /after the embedding/)).toMatch(
    /agreed with 0\s% of the time \(before: 100\s%\).*leaves agreement at 100\s%, so the direction matters/,
  );
  const [changed, control, unchanged] = await readCsv(page, figure);
  // Without the difference between both words, a friend's prompt is a teacher's.
  expect(changed!['friend difference']).toBeCloseTo(unchanged!['teacher difference']!, 2);
  expect(changed!['teacher told the truth']).toBeGreaterThanOrEqual(0.9);
  expect(control!['friend agreed with']).toBe(1);

  // By keyboard: a friend's vector makes friends of teachers; none at all needs no control.
  await factor(figure).focus();
  await page.keyboard.press('End');
  await said(figure, /^With 3\.00 times/);
  expect((await readCsv(page, figure))[0]!['teacher agreed with']).toBeGreaterThan(0.9);
  await factor(figure).fill('0');
  await said(figure, /^Nothing is changed/);
  expect(await readCsv(page, figure)).toHaveLength(2);

  await figure.getByRole('radio', { name: 'MLP of layer 2' }).check();
  await factor(figure).fill('-1');
  await said(figure, /after MLP of layer 2.*Neither the vector nor a random one/);
  await press(figure, 'All factors');
  await said(figure, /After MLP of layer 2, friends are agreed with least/);
  expect(await readCsv(page, figure)).toHaveLength(35);

  await press(figure, 'Attention of layer 1');
  await said(figure, /^Without attention of layer 2, friends are agreed with least/);
  await figure.getByText('Not as you predicted.').waitFor();
  expect(await readCsv(page, figure)).toHaveLength(5);

  // A change shows what it does at once.
  await figure.getByRole('slider', { name: 'Factor on attention of layer 2' }).fill('0.5');
  await figure.getByRole('group', { name: 'attention of layer 1' }).getByLabel('head 3').uncheck();
  await factor(figure).fill('0');
  await said(
    figure,
    /^With head 3 of attention of layer 1 off and attention of layer 2 × 0\.5, friends/,
  );

  // There is no network of the reader's yet, and it says so.
  await figure.getByText('More').click();
  await figure.getByRole('combobox', { name: 'Network' }).selectOption('reader');
  await figure.getByText('You haven’t trained a network on this page yet.').waitFor();
  await figure.getByRole('combobox', { name: 'Network' }).selectOption('chapter');
  await waitForPhase(figure, 'done');
  expect(await figure.getByRole('alert').count()).toBe(0);

  // A random vector may be added alone, too.
  await figure.getByRole('combobox', { name: 'Vector' }).selectOption('random');
  await factor(figure).fill('-3');
  await said(figure, /^With −3\.00 times a random vector after MLP of layer 2/);
  expect(await readCsv(page, figure)).toHaveLength(2);
});

test('steering is asked for as an exercise, which names what went wrong', async () => {
  const page = await visit('transformers/?place=layers.1.mlp&factor=-3&mlp1=99#stream-steering');
  const figure = await readyFigure(page, 'stream-steering');
  const exercise = await readyExercise(page, 'steer-the-stream');
  await exercise.getByText('nothing to check').waitFor();

  const verdicts = async (pattern: RegExp) => {
    await said(figure, pattern);
    await exercise.getByRole('button', { name: 'Check what the figure shows' }).click();
    return exercise.locator('.property').allInnerTexts();
  };
  await press(figure, 'Run');
  const [late] = await verdicts(/^With −3\.00 times the agreement vector after MLP of layer 2, f/);
  expect(late).toMatch(/Not yet\..*after the last sublayer/s);

  await figure.getByRole('radio', { name: 'the embedding' }).check();
  await factor(figure).fill('1');
  const [friends, teachers] = await verdicts(/^With 1\.00 times .* the embedding/);
  expect(friends).toMatch(/Turn the sign around/);
  expect(teachers).toMatch(/made friends of the teachers/);

  await factor(figure).fill('0');
  await figure.getByRole('slider', { name: 'Factor on attention of layer 1' }).fill('0');
  const broken = await verdicts(/^With attention of layer 1 off, friends/);
  expect(broken[2]).toMatch(/Not yet\..*breaks the sums themselves/s);

  await figure.getByRole('slider', { name: 'Factor on attention of layer 1' }).fill('1');
  await factor(figure).fill('-0.75');
  const solved = await verdicts(/^With −0\.75 times the agreement vector after the embedding, f/);
  expect(solved.filter((one) => /Right\./.test(one))).toHaveLength(4);
  await exercise.locator('[data-progress="solved"]').waitFor();

  await expectKept(page);
});

/** The answer is there after a reload, without a new run of the figure. */
async function expectKept(page: Page): Promise<void> {
  await page.reload();
  const exercise = await readyExercise(page, 'steer-the-stream');
  await exercise.getByText('−0.75 times the agreement vector after the embedding').waitFor();
  expect(await exercise.locator('[data-verdict="right"]').count()).toBe(4);
}
