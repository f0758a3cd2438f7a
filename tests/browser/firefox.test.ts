import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { findFirefox, launchFirefox } from '../../scripts/browsers/firefox.ts';
import { sitePages } from '../../src/pages/site.ts';
import goldens from '../reference/classifier.json' with { type: 'json' };
import { patience } from '../patience.ts';
import { goldenOf, readNames, readShares, waitForAnswer } from './classifierPage.ts';
import { readyFigure, startTraining, waitForPhase } from './reader.ts';

const program = findFirefox();
const inFirefox = test.skipIf(!program);

let browser: Browser | undefined;
let page: Page;
/** What the pages complained about. */
let complaints: string[];

beforeAll(async () => {
  if (!program) return;
  browser = await launchFirefox(program);
  page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: 'block',
  });
  page.setDefaultTimeout(patience);
  page.on('pageerror', ({ message }) => complaints.push(`${page.url()} ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
  });
});

beforeEach(() => {
  complaints = [];
});

afterAll(() => browser?.close());

const open = (path: string) => page.goto(new URL(path, inject('siteUrl')).href);

inFirefox(
  'Firefox: every page opens, fits, and wakes its figures, with nothing amiss',
  async () => {
    for (const { path } of sitePages) {
      await open(path);
      expect(await page.locator('h1').count(), path).toBe(1);
      const names = await page
        .locator('figure[data-widget]')
        .evaluateAll((all) => all.map((figure) => figure.getAttribute('data-widget')!));
      for (const name of names) {
        const figure = await readyFigure(page, name);
        const drawn = await figure
          .locator('svg, canvas, img, table')
          .evaluateAll(
            (all) => all.filter((one) => one.getBoundingClientRect().width > 100).length,
          );
        expect(drawn, name).toBeGreaterThan(0);
        expect(await figure.getByRole('alert').allTextContents(), name).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
      // A page that is left while a script is on its way complains of that.
      await page.waitForLoadState('networkidle');
    }
    expect(complaints).toEqual([]);
  },
);

inFirefox('Firefox: the lab trains, draws its curves and shows their numbers', async () => {
  await open('degradation/?preset=tiny&depths=8-14&steps=12&seed=4');
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await lab.locator('[data-provenance="live"]').count()).toBe(1);
  expect(await lab.locator('.curve path').first().getAttribute('d')).toMatch(/^M.*L/);
  await lab.getByText('Data table').click();
  const last = await lab.getByRole('row').last().getByRole('cell').allTextContents();
  expect(last.length).toBeGreaterThan(3);
  for (const error of last.slice(0, 4)) expect(parseFloat(error)).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

inFirefox('Firefox: a small transformer is trained, and steered', async () => {
  await open('transformers/?steps=300#agreement-training');
  const training = await readyFigure(page, 'agreement-training');
  await training.getByRole('button', { name: 'Train', exact: true }).click();
  await waitForPhase(training, 'done');
  const said = (figure: typeof training) => figure.locator('[data-takeaway]').textContent();
  expect(await said(training)).toMatch(/^\D*After 300 steps it agrees with \d+.%/);
  const steering = await readyFigure(page, 'stream-steering');
  await waitForPhase(steering, 'done');
  await steering.getByRole('radio', { name: 'the embedding' }).check();
  await steering.locator('[data-takeaway]').getByText('after the embedding').waitFor();
  await waitForPhase(steering, 'done');
  expect(await said(steering)).toMatch(
    /With −1\.00 times the agreement vector after the embedding/,
  );
  expect(await steering.locator('[data-provenance="live"]').count()).toBe(1);
  expect(complaints).toEqual([]);
});

inFirefox('Firefox: the classifier answers as PyTorch does', async () => {
  for (const [name, file] of [
    ['a cup of espresso', 'coffee.png'],
    ['a tabby cat', 'chelsea.png'],
  ] as const) {
    await open('resnet34/');
    const figure = await readyFigure(page, 'classifier');
    await figure.getByRole('button', { name }).click();
    await waitForAnswer(figure);
    const { names, shares } = goldenOf(goldens, file);
    expect((await readNames(figure))[0]).toBe(names[0]);
    expect(Math.abs((await readShares(figure))[0]! - shares[0]!)).toBeLessThan(1);
  }
  expect(complaints).toEqual([]);
});

inFirefox('Firefox: a listing runs in the sandbox, and stops', async () => {
  await open('block/');
  const listing = page
    .locator('.lesson > .code-block')
    .filter({ has: page.locator('.code-run') })
    .last();
  const press = (name: string) =>
    listing.getByRole('button', { name: `${name} this Python` }).click();
  await press('Run');
  await listing.getByText('Defined block, x and count.').first().waitFor();
  await listing.locator('code').evaluate((code) => (code.textContent = 'while True: pass'));
  await press('Run');
  await listing.getByText('Running…').waitFor();
  await press('Stop');
  await listing.getByText('Stopped.').first().waitFor();
  await listing.locator('code').evaluate((code) => (code.textContent = 'import js'));
  await press('Run');
  await listing.getByText("js isn't available in this page").first().waitFor();
  expect(complaints).toEqual([]);
});
