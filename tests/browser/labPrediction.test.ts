import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { visit, visitFigure, visitLab } from './reader.ts';

/** Beside the curves of the large chart. */
const names = (lab: Locator) =>
  lab.locator('.error-chart .curve-end text').filter({ visible: true });

/** Presses networks in order; the last takes the place that is left. */
async function predict(lab: Locator, ...order: string[]): Promise<void> {
  for (const name of order) await lab.getByRole('button', { name }).click();
}

test('the recorded curves have no names until the reader has predicted, and lose them again', async () => {
  const { page, lab } = await visitLab('');
  expect(await names(lab).count()).toBe(0);
  expect(await lab.locator('.points, .bracket').filter({ visible: true }).count()).toBe(0);
  expect(
    await lab.getByRole('img', { name: /^Training error/ }).getAttribute('aria-label'),
  ).not.toMatch(/plain-56/);
  await predict(lab, 'residual-56', 'plain-56', 'plain-20');
  await lab.getByText('Not as you predicted.').waitFor();
  expect(await lab.locator('.prediction-result').innerText()).toContain(
    'You said “residual-56, plain-56, plain-20, residual-20”.',
  );
  expect(await names(lab).count()).toBe(4);
  expect(await lab.locator('.depth-card .points').allInnerTexts()).toEqual([
    ...['+31 points', '−1 point'],
  ]);
  expect(await lab.locator('[data-takeaway]').innerText()).toMatch(/points/);

  await page.reload();
  await page.locator('[data-widget="degradation-lab"][data-ready]').waitFor();
  expect(await names(lab).count()).toBe(4);
  await lab.getByRole('button', { name: 'Predict again' }).click();
  await expect.poll(() => names(lab).count()).toBe(0);
  await lab.getByRole('button', { name: 'Just show the recording' }).click();
  await expect.poll(() => names(lab).count()).toBe(4);
  expect(await lab.locator('.prediction-result').innerText()).toMatch(
    /^Training error after 5,000 steps/,
  );
});

test('paper has the names all the same, and so has a page without scripts', async () => {
  const { page, lab } = await visitLab('');
  await page.emulateMedia({ media: 'print' });
  expect(await names(lab).count()).toBe(4);
  const still = await visit('degradation/', { javaScriptEnabled: false });
  expect(await names(still.locator('[data-widget="degradation-lab"]')).count()).toBe(4);
});

test('curves dim when the controls ask for another run, and say whose they are', async () => {
  const { lab } = await visitLab('preset=long&seed=9');
  await lab
    .getByText('These curves are from a run with other settings (seeds 1, 2 and 3).')
    .waitFor();
  await lab.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => lab.locator('[data-stale]').count()).toBe(0);
});

test('pointing at a step in one chart reads it off in all, and shows the blocks as they were then', async () => {
  const { lab } = await visitLab('');
  await predict(lab, 'plain-56', 'plain-20', 'residual-20');
  await lab.getByText('As you predicted.', { exact: true }).waitFor();
  const ends = await names(lab).allTextContents();
  await lab.getByRole('img', { name: /^Gradient norm of each block, after step 5,000/ }).waitFor();
  await lab.getByRole('img', { name: /^Training error/ }).hover();
  // Training error, test error, loss.
  await expect.poll(() => lab.locator('.cursor').count()).toBe(3);
  const read = await names(lab).allTextContents();
  expect(read).toHaveLength(ends.length);
  expect(read.filter((text, index) => text !== ends[index]).length).toBeGreaterThan(1);
  await lab.getByRole('img', { name: /^Gradient norm of each block, after step [1-4],/ }).waitFor();
});

test('the bars of the shortcuts are hidden until the reader has predicted', async () => {
  const { figure } = await visitFigure('resnet34/', 'lesion-study');
  const bars = (of: string) => figure.locator(`.bars .${of}`).filter({ visible: true }).count();
  expect(await bars('branch')).toBe(16);
  expect(await bars('shortcut')).toBe(0);
  await figure.getByRole('button', { name: 'A missing shortcut' }).click();
  await figure.getByText('As you predicted.').waitFor();
  expect(await bars('shortcut')).toBe(16);
});
