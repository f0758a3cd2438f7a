import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

test('terms, citations and equations show what they lead to, on hover and on focus', async () => {
  const page = await visit('downsampling/');
  const card = page.getByRole('tooltip');
  const term = page.locator('a.term').first();
  await term.hover();
  expect(await card.innerText()).toBe(await term.getAttribute('data-definition'));
  expect(await term.getAttribute('aria-describedby')).toBe('hover-card');
  expect(await examine(page)).toEqual([]);
  await card.hover();
  expect(await card.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);

  const citation = page.locator('a[href="#bib-he2015deep"]').first();
  await citation.hover();
  expect(await card.innerText()).toMatch(/He, K\..*Deep Residual Learning/i);
  const box = (await card.boundingBox())!;
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width);

  await page.locator('a[href="#eq-size"]').last().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await card.locator('.katex').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/downsampling/#eq-size');
});

test('a first tap shows the card, a second one follows the link', async () => {
  const page = await visit('downsampling/', {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const term = page.locator('a.term').first();
  await term.tap();
  await page.getByRole('tooltip').waitFor();
  expect(page.url()).toMatch(/downsampling\/$/);
  await term.tap();
  await page.waitForURL(/glossary\/#term-/);
});
