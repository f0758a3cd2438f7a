import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { visit } from './reader.ts';

const list = (page: Page) => page.locator('.section-margin nav');
const current = (page: Page) => page.locator('.section-margin [aria-current="location"]');

test('a wide page has its sections in the margin, with the current one marked', async () => {
  const page = await visit('residual/', { viewport: { width: 1440, height: 900 } });
  const links = await list(page).getByRole('link').allInnerTexts();
  const headings = await page.locator('.lesson > h2').allInnerTexts();
  expect(links).toEqual(headings);
  expect(await current(page).count()).toBe(0);

  await list(page).getByRole('link', { name: headings[2]! }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#/);
  await expect.poll(() => current(page).allInnerTexts()).toEqual([headings[2]]);
  // A jump over the heads of all others.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(() => current(page).count()).toBe(0);
});

test.each([1300, 1440, 1600, 1920])(
  'at %i pixels the list collides with nothing',
  async (width) => {
    const page = await visit('degradation/', { viewport: { width, height: 800 } });
    const box = (await list(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    const text = (await page.locator('.lesson h1').boundingBox())!;
    expect(box.x + box.width).toBeLessThan(text.x);
    for (const name of ['degradation-lab', 'degradation-evidence', 'learn-to-copy']) {
      await page
        .locator(`#${name}`)
        .evaluate((figure) => figure.scrollIntoView({ behavior: 'instant', block: 'center' }));
      const figure = (await page.locator(`#${name}`).boundingBox())!;
      if (figure.x >= box.x + box.width) expect(await list(page).isVisible()).toBe(true);
      else await list(page).waitFor({ state: 'hidden' });
    }
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await list(page).waitFor();
  },
);

test('a narrow page has its sections folded above the text', async () => {
  const page = await visit('residual/', {
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  });
  expect(await list(page).isVisible()).toBe(false);
  const fold = page.locator('.section-fold');
  await fold.getByText('On this page').click();
  const last = fold.getByRole('link').last();
  expect((await last.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await last.click();
  await page.waitForURL(/#references$/);
});
