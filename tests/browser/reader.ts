import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, afterEach, inject } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.ts';

let browser: Browser | undefined;
const open: Page[] = [];

/** Opens a page of the built site in a fresh profile, as a reader's first visit. */
export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= await chromium.launch({
    ...(findChromium() && { executablePath: findChromium() as string }),
    args: chromiumArgs,
  });
  const context = await browser.newContext(options);
  const page = await context.newPage();
  open.push(page);
  await page.goto(new URL(path, inject('siteUrl')).href);
  return page;
}

/** The degradation lab of the first lesson, ready to be used. */
export async function visitLab(query: string, options: BrowserContextOptions = {}) {
  const page = await visit(`degradation/?${query}`, options);
  const lab = page.locator('figure[data-widget="degradation-lab"]');
  await lab.scrollIntoViewIfNeeded();
  await page.locator('figure[data-widget="degradation-lab"][data-ready]').waitFor();
  return { page, lab };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.context().close()));
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
});
