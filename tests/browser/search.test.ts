import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

test('a reader finds a section, a term and an exercise by the keyboard', async () => {
  const page = await visit('block/');
  await page.keyboard.press('/');
  const search = page.getByRole('dialog', { name: 'Search the chapter' });
  const field = search.getByRole('searchbox');
  await field.fill('shattered gradients');
  await search.getByRole('link').first().waitFor();
  expect(await search.getByRole('link').first().innerText()).toMatch(/shattered gradients/i);
  expect(await search.getByRole('status').innerText()).toMatch(/place/);
  expect(await search.locator('mark').first().innerText()).toMatch(/shattered/i);
  expect(await examine(page)).toEqual([]);

  await field.fill('strip a network');
  await search.getByText('Strip a network to its ticket').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/gradients/#exercise-stripped-ticket');

  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('zzyzx');
  await search.getByText('Nothing found').waitFor();
  await page.keyboard.press('Escape');
  expect(await search.isVisible()).toBe(false);
});

test('a search that can’t be loaded says so, and works once it can', async () => {
  const page = await visit('figures/');
  await page.route('**/search.json', (route) => route.abort());
  await page.getByRole('button', { name: 'Search' }).click();
  const search = page.getByRole('dialog');
  await search.getByText('could not be loaded').waitFor();
  expect(await search.getByRole('link').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.unroute('**/search.json');
  await page.getByRole('button', { name: 'Search' }).click();
  await search.getByRole('searchbox').fill('pre-activation');
  await search
    .getByRole('link', { name: /Pre-activation/ })
    .first()
    .click();
  await page.waitForURL('**/transformers/**');
});
