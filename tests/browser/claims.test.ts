import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

test('the keyboard unfolds a lesson’s numbers, and a sentence leads to where it stands', async () => {
  const page = await visit('claims/');
  const fold = page.locator('.claims-fold', { hasText: 'Lesson 1:' });
  const row = fold.getByRole('row', { name: /^36 Make one/ });
  expect(await row.isVisible()).toBe(false);

  await fold.locator('summary').focus();
  await page.keyboard.press('Enter');
  await row.waitFor();
  expect(await row.innerText()).toContain('56 − 20 = 36');
  const paper = fold.getByRole('link', { name: 'He et al. 2015' }).first();
  expect(await paper.getAttribute('href')).toBe('https://arxiv.org/abs/1512.03385');

  await row.getByRole('link').first().click();
  await page.waitForURL(/degradation\/#what-ought-to-happen$/);
});

test('an unfolded lesson has no accessibility violation', async () => {
  const page = await visit('claims/');
  const fold = page.locator('.claims-fold', { hasText: 'Lesson 3:' });
  await fold.locator('summary').click();
  await fold.getByRole('table').waitFor();
  expect(await examine(page)).toEqual([]);
});

test('on a phone a row is a card of its own width, and all numbers print', async () => {
  const page = await visit('claims/', { viewport: { width: 390, height: 844 } });
  const fold = page.locator('.claims-fold', { hasText: 'Lesson 6:' });
  expect((await fold.locator('summary').boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await fold.locator('summary').click();
  const cells = fold.getByRole('row').filter({ hasText: '57,802,752 each' }).getByRole('cell');
  const boxes = await Promise.all((await cells.all()).map((cell) => cell.boundingBox()));
  const tops = boxes.map((box) => box!.y);
  expect(tops).toHaveLength(3);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(boxes.map((box) => box!.x)).size).toBe(1);

  await fold.locator('summary').click();
  await page.emulateMedia({ media: 'print' });
  await cells.first().waitFor();
});
