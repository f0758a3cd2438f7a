import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { percent, unbroken } from '../../src/lib/format.ts';
import recorded from '../../content/runs/lesions-tiny200.json' with { type: 'json' };
import { readCsv, readyFigure, visitFigure, waitForPhase } from './reader.ts';

/** Moves a slider as a keyboard does. */
async function slide(figure: Locator, label: string, value: number): Promise<void> {
  await figure.getByLabel(label).fill(String(value));
}

const press = (figure: Locator, name: string | RegExp) =>
  figure.getByRole('button', { name, exact: typeof name === 'string' }).click();
const said = (figure: Locator) => figure.locator('[data-takeaway]').textContent();

/** Whether a picture shows more than one colour. */
const isDrawn = (picture: Locator) =>
  picture.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size > 8;
  });

/** Whether a drawing's image shows more than one colour. */
const isPainted = (picture: Locator) =>
  picture.evaluate(async (image: SVGImageElement) => {
    const shown = new Image();
    shown.src = image.href.baseVal;
    await shown.decode();
    const canvas = new OffscreenCanvas(shown.width, shown.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(shown, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size > 8;
  });

test('a residual stack learns to copy real pictures, and can be stopped and trained again', async () => {
  const { page, figure } = await visitFigure('degradation/', 'learn-to-copy');
  await slide(figure, 'Blocks in each stack', 3);
  await press(figure, 'Train');
  await waitForPhase(figure, 'done');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/live .*WebAssembly/);
  const rows = await readCsv(page, figure);
  expect(rows).toHaveLength(150);
  const last = rows.at(-1)!;
  expect(last['residual']).toBeLessThan(0.001);
  expect(last['residual']).toBeLessThan(last['plain']!);
  expect(last['plain']).toBeLessThan(rows[0]!['plain']!);
  expect(await said(figure)).toMatch(/With 3 blocks, after 150 steps/);
  for (const picture of await figure.locator('canvas').all())
    expect(await isDrawn(picture)).toBe(true);

  await slide(figure, 'Blocks in each stack', 16);
  await press(figure, 'Train');
  await waitForPhase(figure, 'running');
  await press(figure, 'Stop');
  await waitForPhase(figure, 'done');
  expect(await figure.locator('[data-status]').textContent()).toMatch(
    /^Stopped at training step \d+ of 150/,
  );
  await press(figure, 'Reset');
  expect(await said(figure)).toMatch(/With 1 block, after 150 steps/);
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/Recorded/);
});

test('a reader predicts, runs, is told how it went, and finds it again', async () => {
  const { page, figure } = await visitFigure('degradation/', 'learn-to-copy');
  const told = figure.locator('.prediction-result');
  await press(figure, 'Only the residual one');
  expect(await figure.getByLabel('Blocks in each stack').inputValue()).toBe('8');
  expect(await figure.locator('.stale-note').textContent()).toMatch(/Blocks in each stack: 1/);
  expect(await told.textContent()).toBe('Now press Train.');
  await press(figure, 'Train');
  await waitForPhase(figure, 'done');
  expect(await told.textContent()).toMatch(
    /^As you predicted\. You said “Only the residual one”\. With 8 blocks/,
  );
  await page.reload();
  const again = await readyFigure(page, 'learn-to-copy');
  expect(await again.locator('.prediction-result').textContent()).toMatch(/^As you predicted/);
  await press(again, 'Predict again');
  expect(await again.locator('[data-prediction="open"]').count()).toBe(1);
});

test('the gradient is measured at every block of both networks, with and without batch norm', async () => {
  const { page, figure } = await visitFigure('gradients/', 'gradient-thermometer');
  await slide(figure, 'Layers', 14);
  for (const batchNorm of [true, false]) {
    await figure.getByRole('checkbox', { name: 'Batch norm' }).setChecked(batchNorm);
    await press(figure, /^Measure/);
    const start = batchNorm ? /^With batch norm/ : /^Without batch norm/;
    await figure.locator('[data-takeaway]').filter({ hasText: start }).waitFor();
    await waitForPhase(figure, 'done');
    const rows = await readCsv(page, figure);
    expect(rows.map(({ block }) => block)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const kind of ['plain', 'residual'])
      for (const row of rows) expect(row[`${kind} step 0`]).toBeGreaterThan(0);
    expect(await figure.locator('svg[role="img"] .curve.shallow').count()).toBe(2);
  }
  expect(await said(figure)).toMatch(/in the untrained plain-14.*in the untrained residual-14/);
});

test('what becomes of the gradient without batch norm is predicted, measured and compared', async () => {
  const { figure } = await visitFigure('gradients/', 'gradient-thermometer');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Recorded/);
  expect(await said(figure)).toMatch(/^With batch norm.*in the untrained plain-56/);
  await press(figure, 'It grows tenfold or more');
  expect(await figure.getByRole('checkbox', { name: 'Batch norm' }).isChecked()).toBe(false);
  await figure.getByText('These results are for other settings (Batch norm: on)').waitFor();
  await press(figure, 'Measure');
  await waitForPhase(figure, 'done');
  const outcome = figure.locator('.prediction-result');
  await outcome.getByText('Not as you predicted.').waitFor();
  expect(await outcome.textContent()).toMatch(
    /was divided by \d.* in the plain network, and multiplied by \d.* in the residual one, whose training diverged by step 5\./,
  );
  await figure.locator('svg[role="img"]').getByText('residual: diverged by step 5').waitFor();
});

test('a picture runs through a block; without its branch the plain block is silent and the residual one copies', async () => {
  const { page, figure } = await visitFigure('residual/', 'block-machine');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Recorded/);
  const stage = (id: string) => figure.locator(`[data-stage="${id}"] image`).first();
  for (const id of ['x', 'branch', 'sum', 'residual', 'plain'])
    await expect.poll(() => isPainted(stage(id))).toBe(true);

  await press(figure, 'Plain: zeros. Residual: x');
  await waitForPhase(figure, 'done');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/Live.*WebAssembly/);
  await figure.getByText('As you predicted.').waitFor();
  expect(await said(figure)).toMatch(
    /plain block outputs nothing but zeros; the residual block outputs x, unchanged/,
  );
  await expect.poll(() => isPainted(stage('plain'))).toBe(false);
  for (const id of ['x', 'sum', 'residual']) expect(await isPainted(stage(id))).toBe(true);

  await figure.getByLabel('The factor multiplies').selectOption('weights');
  await slide(figure, 'Factor on F', 0.5);
  expect(await said(figure)).toMatch(/weights times 0\.5, F\(x\) has (99\.\d|100\.0)/);
  expect(await readCsv(page, figure)).toHaveLength(42);
});

test('a layer’s values are normalised in training mode, and in evaluation mode once the averages have arrived', async () => {
  const { page, figure } = await visitFigure('batchnorm/', 'layer-histogram');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Recorded/);
  expect(await said(figure)).toMatch(/mean 0\.00 and standard deviation 1\.00/);
  await press(figure, 'Run');
  await waitForPhase(figure, 'done');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/Live.*WebAssembly/);
  expect(await said(figure)).toMatch(/mean 0\.00 and standard deviation 1\.00/);
  expect(await readCsv(page, figure)).toHaveLength(40);

  /** The sentence once it speaks of what the controls say. */
  const saidOf = async (pattern: RegExp) => {
    await figure.locator('[data-takeaway]').filter({ hasText: pattern }).waitFor();
    return said(figure);
  };
  await slide(figure, 'Scale γ', 2);
  await saidOf(/standard deviation 2\.00 \(γ is 2\.0, β is 0\.0\)/);
  const deviationIn = (sentence: string | null) =>
    Number(/standard deviation ([\d.]+)/.exec(sentence ?? '')?.[1]);
  await figure.getByRole('combobox', { name: /^Mode/ }).selectOption('eval');
  await figure.getByText('More').click();
  await slide(figure, 'Batches seen', 60);
  const late = deviationIn(await saidOf(/In evaluation mode .* After 60 batches/));
  await slide(figure, 'Batches seen', 1);
  const early = deviationIn(await saidOf(/In evaluation mode .* After 1 batch /));
  expect(Math.abs(late - 2)).toBeLessThan(Math.abs(early - 2));

  await press(figure, '1, as in training mode');
  await figure.getByText('Not as you predicted.').waitFor();
  expect(await said(figure)).toMatch(/In evaluation mode .* \(γ is 1\.0, β is 0\.0\)/);
});

test('each block is damaged in turn, and branches are missed less than shortcuts, recorded and live', async () => {
  const { page, figure } = await visitFigure('resnet34/', 'lesion-study');
  await figure.getByLabel('Squares to look at').selectOption('12');
  await press(figure, 'Damage each block in turn');
  await waitForPhase(figure, 'done');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/Live.*WebAssembly/);
  const rows = await readCsv(page, figure);
  expect(rows).toHaveLength(16);
  expect(rows.map((row) => row['right without branch'])).toEqual(recorded.withoutBranch);
  expect(rows.map((row) => row['right without shortcut'])).toEqual(recorded.withoutShortcut);
  const sum = (column: string) => rows.reduce((total, row) => total + row[column]!, 0);
  for (const counted of ['right', 'same'])
    expect(sum(`${counted} without branch`)).toBeGreaterThan(
      4 * sum(`${counted} without shortcut`),
    );
  // Twelve squares were counted, not something near it.
  for (const row of rows) {
    const count = row['same without branch']! * 12;
    expect(count).toBeCloseTo(Math.round(count), 6);
  }
  const highest = Math.max(...rows.map((row) => row['same without branch']!));
  expect(await said(figure)).toContain(unbroken(`to ${percent(highest)} of 12 squares`));
});
