import { chromium, type Browser, type Page } from 'playwright';
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

/** Presses Train, waits for the end as a reader would, and returns the run the page kept. */
export async function trainInLab(page: Page): Promise<RunRecord> {
  const lab = page.locator('figure[data-widget="degradation-lab"]');
  await lab.getByRole('button', { name: 'Train', exact: true }).click();
  await lab
    .locator('[data-phase="done"], [data-phase="failed"]')
    .waitFor({ timeout: 60 * 60 * 1000 });
  const failure = await lab.locator('[data-phase="failed"] [role="alert"]').allTextContents();
  if (failure.length > 0) throw new Error(failure.join(' '));
  const kept = await page.waitForFunction(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const request = indexedDB.open('keyval-store');
        request.onerror = () => reject(new Error('The kept run cannot be read.'));
        request.onsuccess = () => {
          const read = request.result
            .transaction('keyval')
            .objectStore('keyval')
            .get('run:degradation-lab');
          read.onsuccess = () => {
            request.result.close();
            const run = read.result as { record: RunRecord } | undefined;
            resolve(run && run.record.step === run.record.settings.steps ? run.record : null);
          };
        };
      }),
  );
  return (await kept.jsonValue()) as RunRecord;
}
