import type { Browser } from 'playwright';
import { chapter } from '../../content/chapter.ts';
import type { Measurement } from './measurement.ts';

/** Of the cover and each lesson, with an empty cache on a processor slowed down four times; the worst one counts. */
export const measureReading: Measurement = {
  keys: ['reading.largestPaint', 'reading.layoutShift'],
  async run({ browser, siteUrl }) {
    const visits: Notes[] = [];
    for (const viewport of viewports) {
      for (const path of ['', ...chapter.lessons.map(({ id }) => `${id}/`)]) {
        visits.push(await readPage(browser, new URL(path, siteUrl).href, viewport));
      }
    }
    const worst = (name: 'largestPaint' | 'layoutShift') =>
      Math.max(...visits.map((visit) => visit[name]));
    return [
      {
        key: 'reading.largestPaint',
        value: worst('largestPaint'),
        unit: 'ms, CPU 4× slower',
        promise: { atMost: 2500 },
      },
      {
        key: 'reading.layoutShift',
        value: worst('layoutShift'),
        unit: 'for the worst page, read to its end',
        promise: { atMost: 0.05 },
      },
    ];
  },
};

const viewports = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** What the page notes about itself while it is read. */
interface Notes {
  largestPaint: number;
  layoutShift: number;
}

async function readPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Notes> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(takeNotes);
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  // The largest paint is settled before a reader scrolls; what moves is noted to the end.
  for (const figure of await page.locator('figure[data-widget]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.and(page.locator('[data-ready]')).waitFor();
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
  const notes = await page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);
  await context.close();
  if (!notes.largestPaint) throw new Error(`${url} reported no paint.`);
  return notes;
}

/**
 * Runs in the page, so it names no function of its own: the compiler would call a helper that is not there.
 * What follows a reader's touch is no shift; all shifts are added up, in no windows.
 */
function takeNotes(): void {
  const notes: Notes = { largestPaint: 0, layoutShift: 0 };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) notes.largestPaint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[]) {
      if (!hadRecentInput) notes.layoutShift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}
