import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { chromiumArgs, ensureChromium } from './chromium.ts';

/** Starts the Chromium that benchmarks and recordings use. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs });
}

/** Opens lesson 1 with the lab set as `query` says, ready to train. */
export async function openLab(browser: Browser, siteUrl: string, query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(new URL(`degradation/?${query}`, siteUrl).href);
  const lab = page.locator('figure[data-widget="degradation-lab"]');
  await lab.scrollIntoViewIfNeeded();
  await page.locator('figure[data-widget="degradation-lab"][data-ready]').waitFor();
  return page;
}

/** Presses Train, waits for the end as a reader would, and returns the run that is then offered to them. */
export async function trainInLab(page: Page): Promise<RunRecord> {
  const lab = page.locator('figure[data-widget="degradation-lab"]');
  await lab.getByRole('button', { name: 'Train', exact: true }).click();
  await lab
    .locator('[data-phase="done"], [data-phase="failed"]')
    .waitFor({ timeout: 60 * 60 * 1000 });
  const failure = await lab.locator('[data-phase="failed"] [role="alert"]').allTextContents();
  if (failure.length > 0) throw new Error(failure.join(' '));
  return downloadRun(page, lab);
}

/** Presses “Download run” and reads the file. */
export async function downloadRun(page: Page, lab: Locator): Promise<RunRecord> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lab.getByRole('button', { name: 'Download run' }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8')) as RunRecord;
}
