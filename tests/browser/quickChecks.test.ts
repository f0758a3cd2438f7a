import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

/** The first quick check of lesson 1: choices 1 and 3 are wrong, 2 is right. */
const firstCheck = (page: Page) => {
  const check = page.locator('.quick-check').first();
  const choices = check.locator('.check-answers').getByRole('button');
  return { check, choices, again: check.getByRole('button', { name: 'Try again' }) };
};

test('a choice answers in place, is announced, and is kept until it is taken back', async () => {
  const page = await visit('degradation/');
  const { check, choices, again } = firstCheck(page);
  expect(await choices.count()).toBe(3);
  expect(await check.locator('.check-reason:visible').count()).toBe(0);
  expect(await again.isVisible()).toBe(false);

  await choices.nth(0).click();
  const reason = check.locator('.check-reason:visible');
  expect(await reason.innerText()).toMatch(/^Not quite\. /);
  expect(await check.getByRole('status').innerText()).toMatch(/^Not quite\. /);
  expect(await choices.nth(0).getAttribute('aria-disabled')).toBe('true');
  expect(await choices.nth(2).getAttribute('aria-disabled')).toBe('false');

  await choices.nth(1).click();
  expect(await check.locator('[data-right] .check-reason').innerText()).toMatch(/^Right\. /);
  expect(await choices.nth(2).getAttribute('aria-disabled')).toBe('true');

  await page.reload();
  const kept = firstCheck(page);
  expect(await kept.check.locator('[data-chosen]').count()).toBe(2);
  await kept.again.click();
  expect(await kept.check.locator('[data-chosen]').count()).toBe(0);
  await page.reload();
  expect(await firstCheck(page).check.locator('[data-chosen]').count()).toBe(0);
});

test('a quick check is answered by keyboard alone, and answered ones are accessible', async () => {
  const page = await visit('degradation/');
  const { check, choices } = firstCheck(page);
  await choices.nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await check.locator('[data-chosen] .check-reason').innerText()).toMatch(/^Right\. /);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await check.locator('[data-chosen] .check-reason').innerText()).toMatch(/^Right\. /);

  const second = page.locator('.quick-check').nth(1);
  for (const index of [2, 1, 0]) await second.getByRole('button').nth(index).click();
  expect(await examine(page, { include: '.quick-check' })).toEqual([]);
});

test('nothing moves when the script takes the folds over, and a thumb can choose', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const heights = (page: Page) =>
    page
      .locator('.quick-check')
      .evaluateAll((checks) => checks.map((check) => check.getBoundingClientRect().height));
  const without = await visit('residual/', { ...phone, javaScriptEnabled: false });
  const folded = await heights(without);
  const page = await visit('residual/', phone);
  await page.locator('.quick-check button').first().waitFor();
  expect(await heights(page)).toEqual(folded);
  const sides = await page
    .locator('.check-choice')
    .evaluateAll((all) => all.map((choice) => choice.getBoundingClientRect().height));
  expect(Math.min(...sides)).toBeGreaterThanOrEqual(44);

  // Without a script the folds still say which was right.
  await without.locator('.quick-check summary').first().click();
  expect(await without.locator('details[open] .check-reason').innerText()).toMatch(/^(Yes|No)[.,]/);
});

test('paper shows the question, its choices and every reason', async () => {
  const page = await visit(new URL('degradation/', inject('siteUrl')).href);
  await page.locator('.quick-check button').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const { check } = firstCheck(page);
  expect(await check.locator('.check-choice:visible').count()).toBe(3);
  expect(await check.locator('.check-reason:visible').count()).toBe(3);
  expect(await check.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
});
