import { expect, inject, test } from 'vitest';
import { examine } from './examine.ts';
import { readyFigure, startTraining, visit, waitForPhase } from './reader.ts';

test('settings hold on every page at once, and damaged ones are the defaults', async () => {
  const page = await visit('settings/', { colorScheme: 'light' });
  const other = await page.context().newPage();
  await other.goto(new URL('residual/', inject('siteUrl')).href);
  const sizeOf = (tab: typeof page) =>
    tab.locator('html').evaluate((html) => getComputedStyle(html).fontSize);
  await page.getByRole('radio', { name: '150 %' }).check();
  await page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('group', { name: 'Motion' }).getByRole('radio', { name: 'Reduced' }).check();
  await page.getByRole('radio', { name: 'JavaScript (CPU)' }).check();
  await other.locator('html[data-theme="dark"][data-motion="reduced"]').waitFor();
  expect(await Promise.all([page, other].map(sizeOf))).toEqual(['24px', '24px']);
  expect(await examine(page)).toEqual([]);

  // The bar's button agrees.
  await page.getByRole('button', { name: 'Switch to the light theme' }).click();
  expect(await page.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);

  await other.goto(
    new URL('degradation/?preset=tiny&depths=8-8&kinds=residual&steps=12', inject('siteUrl')).href,
  );
  const lab = await readyFigure(other, 'degradation-lab');
  await startTraining(lab);
  await lab.locator('[data-provenance="live"]').filter({ hasText: 'JavaScript' }).waitFor();

  await other.evaluate(() => localStorage.setItem('settings', '{"textSize":1e9,"motion":3'));
  await other.reload();
  expect(await sizeOf(other)).toBe('16px');
  await other.close();
});

test('what is kept is listed, deleted after a question, brought back, and all deleted', async () => {
  const page = await visit(`degradation/?preset=tiny&depths=8-8&kinds=residual&steps=12`);
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  await page.locator('.quick-check .check-choice').first().click();
  await page.goto(new URL('settings/', inject('siteUrl')).href);
  const runs = page.locator('[data-kept="runs"]');
  await runs.getByText(/^1 run, about/).waitFor();
  const checks = page.locator('[data-kept="checks"]');
  const remove = async (row: typeof runs) => {
    await row.getByRole('button', { name: 'Delete' }).click();
    await row.getByRole('group').getByRole('button', { name: 'Delete' }).click();
  };
  await remove(runs);
  await runs.getByText('nothing').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await runs.getByText(/^1 run, about/).waitFor();

  await remove(page.locator('[data-delete-everything]'));
  await page.getByText('Everything is deleted').waitFor();
  expect(await checks.locator('[data-amount]').textContent()).toBe('nothing');
  const left = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);
  expect(left).toEqual([]);
});
