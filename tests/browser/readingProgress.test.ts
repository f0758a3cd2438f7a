import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { visit } from './reader.ts';

const markOf = (page: Page, lesson: string) =>
  page.locator(`.contents-list [data-progress-of="${lesson}"] .read-mark`).textContent();
const seenSections = (page: Page) => page.locator('.section-margin a[data-seen]').allInnerTexts();

test('a jump to the end does not count the middle as read', async () => {
  const page = await visit('residual/', { viewport: { width: 1400, height: 900 } });
  await page
    .locator('#summary')
    .evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect.poll(() => seenSections(page)).toContain('Summary');
  const sections = await page.locator('.section-margin a').allInnerTexts();
  expect(await seenSections(page)).not.toContain(sections[1]);
  expect(await markOf(page, 'residual')).toMatch(/^\d+ % read$/);

  await page.reload();
  expect(await seenSections(page)).toContain('Summary');
});

test('a lesson is read when all of it was on the screen, and every list says so', async () => {
  const page = await visit('residual/', { viewport: { width: 1400, height: 16_000 } });
  await expect.poll(() => markOf(page, 'residual')).toBe('read');
  expect(await seenSections(page)).toEqual(
    (await page.locator('.section-margin a').allInnerTexts()).slice(0, -1),
  );
  await page.goto(inject('siteUrl'));
  expect(await page.locator('.lesson-cards [data-progress-of="residual"]').innerText()).toMatch(
    /read$/,
  );
});

test('progress from before sections were counted is kept', async () => {
  const page = await visit('glossary/', { viewport: { width: 1400, height: 900 } });
  await page.evaluate(() =>
    localStorage.setItem('reading-progress', '{"residual":0.5,"block":0.3,"gradients":1}'),
  );
  await page.goto(new URL('residual/', inject('siteUrl')).href);
  expect(await markOf(page, 'block')).toBe('30 % read');
  expect(await markOf(page, 'gradients')).toBe('read');
  // Half of the parts, the first of which opens the lesson without a heading; the references are none.
  const sections = await page.locator('.section-margin a').allInnerTexts();
  const half = Math.floor(sections.length / 2);
  expect(await seenSections(page)).toEqual(sections.slice(0, half - 1));
});
