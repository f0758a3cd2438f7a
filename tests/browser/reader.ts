import { readFile } from 'node:fs/promises';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright';
import { afterAll, afterEach, inject } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/browsers/chromium.ts';

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

/** Every state of a figure that its examples show, side by side on a page of the gallery. */
export async function visitGallery(name: string, options: BrowserContextOptions = {}) {
  const page = await visit(`${inject('galleryUrl')}?figure=${name}`, options);
  const figures = page.locator('figure[data-state]');
  await figures.first().waitFor();
  const states = await figures.evaluateAll((all) =>
    all.map((figure) => figure.getAttribute('data-state') as string),
  );
  return states.map((state, index) => ({ state, figure: figures.nth(index) }));
}

/** The degradation lab of the first lesson, ready to be used. */
export async function visitLab(query: string, options: BrowserContextOptions = {}) {
  const page = await visit(`degradation/?${query}`, options);
  return { page, lab: await readyLab(page) };
}

/** Scrolls to the lab of an open page and waits until it answers. */
export async function readyLab(page: Page): Promise<Locator> {
  return readyFigure(page, 'degradation-lab');
}

/** A figure of a page, by its widget's name, ready to be used. */
export async function visitFigure(path: string, name: string, options: BrowserContextOptions = {}) {
  const page = await visit(path, options);
  return { page, figure: await readyFigure(page, name) };
}

export async function readyFigure(page: Page, name: string): Promise<Locator> {
  const figure = page.locator(`figure[data-widget="${name}"]`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`figure[data-widget="${name}"][data-ready]`).waitFor();
  return figure;
}

export async function startTraining(lab: Locator): Promise<void> {
  await lab.getByRole('button', { name: 'Train', exact: true }).click();
}

/** Waits until the lab says it is in a phase: starting, training, paused, done or failed. */
export async function waitForPhase(lab: Locator, name: string, timeout = 60_000): Promise<void> {
  await lab.locator(`[data-phase="${name}"]`).waitFor({ timeout });
}

/** The numbers a reader downloads: one object a step, by column name; NaN where nothing was measured. */
export async function readCsv(page: Page, lab: Locator): Promise<Record<string, number>[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lab.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n').slice(1);
  const [head = [], ...rows] = lines.map((line) => line.split(','));
  const number = (cell: string) => (cell === '' ? NaN : Number(cell));
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [head[i], number(cell)])));
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.context().close()));
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
});
