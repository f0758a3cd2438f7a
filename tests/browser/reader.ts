import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright';
import { inject } from 'vitest';
import { chromiumArgs, findChromium, webgpuArgs } from '../../scripts/browsers/chromium.ts';
import { save } from '../../scripts/browsers/figures.ts';
import { patience } from '../patience.ts';

let browser: Promise<Browser> | undefined;

/** Pages in use by a test, and those that wait for another visit with the same options. */
let open: { page: Page; options: string }[] = [];
const idle = new Map<string, Page[]>();

/**
 * Opens a page of the built site as a reader's first visit. A page that an earlier test is done with is taken
 * again, emptied: a new one costs more than what most tests do on it.
 */
export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const key = JSON.stringify(options);
  const page = idle.get(key)?.pop() ?? (await newPage(options));
  open.push({ page, options: key });
  await page.goto(new URL(path, inject('siteUrl')).href);
  return page;
}

async function newPage(options: BrowserContextOptions): Promise<Page> {
  browser ??= chromium.launch({
    ...(findChromium() && { executablePath: findChromium() as string }),
    args: [...chromiumArgs, ...webgpuArgs],
  });
  const context = await (await browser).newContext({ serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/** Ends the visits of a test: empties their pages for others, or closes them if it failed. */
export async function endVisits(failed: boolean): Promise<void> {
  const ended = open;
  open = [];
  await Promise.all(
    ended.map(async ({ page, options }) => {
      if (failed || !(await empty(page, JSON.parse(options) as BrowserContextOptions)))
        await page.context().close();
      else idle.set(options, [...(idle.get(options) ?? []), page]);
    }),
  );
}

/**
 * Takes from a page what a visit left: its site's storage, permissions, routes, media such as print, another size.
 * False if it cannot be used again.
 */
async function empty(page: Page, options: BrowserContextOptions): Promise<boolean> {
  const context = page.context();
  try {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    await page.emulateMedia({
      ...{ media: null, forcedColors: null, contrast: null },
      colorScheme: options.colorScheme ?? 'light',
      reducedMotion: options.reducedMotion ?? 'no-preference',
    });
    await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
    await context.clearPermissions();
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
    await session.detach();
    return context.pages().length === 1;
  } catch {
    return false;
  }
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
export async function waitForPhase(lab: Locator, name: string): Promise<void> {
  await lab.locator(`[data-phase="${name}"]`).waitFor();
}

/** The numbers a reader downloads: one object a step, by column name; NaN where nothing was measured. */
export async function readCsv(page: Page, lab: Locator): Promise<Record<string, number>[]> {
  const csv = (await save(page, lab, 'Download CSV')).toString();
  const lines = csv.trim().split('\n');
  const [head = [], ...rows] = lines.map((line) => line.split(','));
  const number = (cell: string) => (cell === '' ? NaN : Number(cell));
  // The last column says where they come from.
  const columns = head.slice(0, -1);
  return rows.map((row) =>
    Object.fromEntries(columns.map((name, i) => [name, number(row[i] ?? '')])),
  );
}
