import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { chromiumArgs, ensureChromium } from './chromium.ts';

/** Starts the Chromium that benchmarks and recordings use. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs });
}

/** Opens a figure in its lesson, set as `query` says, ready to run. */
export async function openFigure(
  browser: Browser,
  siteUrl: string,
  { lesson, name, query }: { lesson: string; name: string; query: string },
): Promise<{ page: Page; figure: Locator }> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: 'block',
  });
  await page.goto(new URL(`${lesson}?${query}`, siteUrl).href);
  const figure = page.locator(`figure[data-widget="${name}"]`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`figure[data-widget="${name}"][data-ready]`).waitFor();
  return { page, figure };
}

/** Presses the figure's first button, waits for the end as a reader would, and returns the run then offered. */
export async function runFigure(page: Page, figure: Locator): Promise<unknown> {
  await figure.locator('button.primary').click();
  await figure
    .locator('[data-phase="done"], [data-phase="failed"]')
    .waitFor({ timeout: 60 * 60 * 1000 });
  const failure = await figure.locator('[data-phase="failed"] [role="alert"]').allTextContents();
  if (failure.length > 0) throw new Error(failure.join(' '));
  return JSON.parse((await save(page, figure, 'Download run')).toString());
}

/** Presses one of the buttons behind “Download” and reads the file. */
export async function save(page: Page, figure: Locator, button: string): Promise<Buffer> {
  const menu = figure.locator('.downloads');
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: button }).click(),
  ]);
  await menu.locator('summary').click();
  return readFile(await file.path());
}
