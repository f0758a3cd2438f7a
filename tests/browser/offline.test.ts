import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import { chromiumArgs, findChromium } from '../../scripts/browsers/chromium.ts';
import { findFirefox, launchFirefox } from '../../scripts/browsers/firefox.ts';
import { serve } from '../../scripts/site/serve.ts';
import { cacheNameOf } from '../../src/contract/offline.ts';
import { patience } from '../patience.ts';
import { dropAddress, waitForAnswer } from './classifierPage.ts';
import { exerciseFile, readyEditor } from './exercise.ts';
import { serveOddly } from './oddHost.ts';
import { readyFigure, startTraining, waitForPhase } from './reader.ts';

const launchChromium = () => {
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
};
const firefox = findFirefox();

/** A page of a browser of its own: the others let no service worker in. */
async function openPage(launch: () => Promise<Browser>): Promise<Page> {
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(patience);
  return page;
}

/** Presses “Save for offline” and waits until all that is chosen is there. */
async function save(page: Page, url: string): Promise<void> {
  await page.goto(`${url}offline/`);
  await page.locator('[data-offline][data-ready]').waitFor();
  await page.getByRole('button', { name: /^Save for offline/ }).click();
  await page.getByText('works without a network connection now').waitFor();
  expect(await page.locator('.part-state').allTextContents()).toEqual([
    ...Array.from({ length: 4 }, () => 'Saved'),
    'Not saved',
  ]);
}

/** Makes the kept worker that trains find four cores, as the next pages then do. */
async function pretendFourCores(page: Page, url: string): Promise<void> {
  await page.evaluate(async (cacheName) => {
    const cache = await caches.open(cacheName);
    const trains = (await cache.keys()).find((one) => /train\.worker-/.test(one.url))!;
    const kept = (await cache.match(trains))!;
    const fourCores = "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4 });";
    await cache.put(trains, new Response(fourCores + (await kept.text()), kept));
  }, cacheNameOf(url));
}

const isIsolated = (page: Page) => page.evaluate(() => crossOriginIsolated);

/**
 * Everything that the chapter promises to do without a network.
 * @param picture on another site, whose pages may read it
 */
async function readOffline(page: Page, url: string, picture: string): Promise<void> {
  for (const { id, title } of chapter.lessons) {
    await page.goto(`${url}${id}/`, { waitUntil: 'domcontentloaded' });
    expect(await page.locator('h1').innerText()).toBe(title);
    const font = await page.locator('h1').evaluate((head) => getComputedStyle(head).fontFamily);
    expect(font, id).toMatch(/Source/);
    expect(await isIsolated(page), id).toBe(true);
  }
  await page.goto(`${url}degradation/?preset=tiny&depths=8-8&kinds=residual&steps=12`);
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await lab.locator('[data-provenance="live"]').textContent()).toContain(
    'WebAssembly on the CPU, up to 2 threads, with',
  );

  await page.goto(`${url}resnet34/`);
  const classifier = await readyFigure(page, 'classifier');
  await classifier.getByRole('button', { name: 'a tabby cat' }).click();
  await waitForAnswer(classifier);
  expect(await classifier.locator('[data-guess]').count()).toBe(5);
  // An isolated page lets in the frame that fetches for it, which has no origin.
  await dropAddress(classifier, { 'text/uri-list': picture });
  await classifier.getByRole('img', { name: 'Your picture: coffee.png' }).waitFor();

  await page.goto(`${url}block/`);
  const { put, button, checked } = await readyEditor(page, 'residual-block');
  await put(exerciseFile('residual-block', 'solution.py'));
  await button('Check').click();
  const verdicts = await checked();
  expect(await verdicts.locator('[data-verdict="fail"]').count()).toBe(0);
  await page.locator('#exercise-residual-block .exercise-solved').waitFor();
}

/** Saves from a host that sends no headers of its own, stops it, and reads on, on isolated pages. */
async function expectOffline(launch: () => Promise<Browser>): Promise<void> {
  const page = await openPage(launch);
  const { url, close } = await serve('dist', 0, { headers: {} });
  const elsewhere = await serveOddly({ headers: { 'Access-Control-Allow-Origin': '*' } });
  await save(page, url);
  expect(await isIsolated(page)).toBe(false);
  await pretendFourCores(page, url);
  await close();
  await readOffline(page, url, `${elsewhere}samples/coffee.png`);
  await page.goto(`${url}no/such/page/`);
  expect(await page.locator('h1').innerText()).toBe('You are offline');
  await page.getByRole('link', { name: chapter.lessons[0]!.title }).click();
  await page.waitForURL(`${url}${chapter.lessons[0]!.id}/`);
}

test('Chromium: once it is saved, the chapter works without its server', () =>
  expectOffline(launchChromium));

test.skipIf(!firefox)('Firefox: once it is saved, the chapter works without its server', () =>
  expectOffline(() => launchFirefox(firefox as string)),
);

test('saving can be cancelled and gone on with, and what is saved removed, by keyboard', async () => {
  const page = await openPage(launchChromium);
  const { url, close } = await serve('dist', 0);
  onTestFinished(close);
  await page.goto(`${url}offline/`);
  await page.locator('[data-offline][data-ready]').waitFor();
  for (const name of [/^Python/, /^CIFAR-10, a part/]) await page.getByLabel(name).uncheck();
  const session = await page.context().newCDPSession(page);
  const limit = (downloadThroughput: number) =>
    session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, uploadThroughput: -1, downloadThroughput },
    });
  await limit(5e5);
  const focused = page.locator(':focus');
  const states = page.locator('.part-state');
  await page.getByRole('button', { name: /^Save for offline/ }).focus();
  await page.keyboard.press('Enter');
  const saved = page.getByRole('progressbar', { name: 'Saved so far' });
  await expect.poll(() => saved.evaluate((bar) => (bar as HTMLProgressElement).value)).not.toBe(0);
  expect(await focused.innerText()).toBe('Cancel');
  await page.keyboard.press('Enter');
  await page.getByText('Cancelled. What has been saved so far stays.').waitFor();
  expect(await states.allTextContents()).not.toContain('Saved');
  expect(await focused.innerText()).toMatch(/^Save for offline/);

  await limit(-1);
  await page.keyboard.press('Enter');
  await page.getByText('works without a network connection now').waitFor();
  expect((await states.allTextContents()).slice(0, 3)).toEqual(['Saved', 'Saved', 'Not saved']);
  expect(await focused.innerText()).toBe('All of this is saved');

  await page.getByRole('button', { name: 'Remove The classifier’s network' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Removed from this device.').waitFor();
  expect((await states.allTextContents()).slice(0, 2)).toEqual(['Saved', 'Not saved']);
  expect(await focused.innerText()).toMatch(/^Save for offline/);
  await page.getByRole('button', { name: 'Remove everything' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => states.allTextContents()).toEqual(Array(5).fill('Not saved'));
  expect(await focused.innerText()).toMatch(/^Save for offline/);
});

/** A copy of the built site with another version, whose first lesson says something new. */
async function makeNewVersion(): Promise<string> {
  const site = await mkdtemp(path.join(tmpdir(), 'new-version-'));
  onTestFinished(() => rm(site, { recursive: true }));
  const { version } = JSON.parse(await readFile('dist/offline-files.json', 'utf8')) as {
    version: string;
  };
  const changed = ['offline-files.json', 'service-worker.js', 'degradation'];
  for (const name of await readdir('dist')) {
    if (!changed.includes(name)) await symlink(path.resolve('dist', name), path.join(site, name));
  }
  await cp('dist/degradation', path.join(site, 'degradation'), { recursive: true });
  for (const file of ['offline-files.json', 'service-worker.js', 'degradation/index.html']) {
    const text = await readFile(path.join('dist', file), 'utf8');
    await writeFile(path.join(site, file), text.replaceAll(version, 'another'));
  }
  return site;
}

test('a new version asks, interrupts no run, and is there after a reload', async () => {
  const page = await openPage(launchChromium);
  const first = await serve('dist', 0, { headers: {} });
  await page.goto(`${first.url}degradation/?preset=tiny&depths=8-8&kinds=residual&steps=4000`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'training');

  await first.close();
  const next = await serve(await makeNewVersion(), Number(new URL(first.url).port), {
    headers: {},
  });
  onTestFinished(next.close);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  const notice = page.locator('.update-notice');
  await notice.getByText('A new version of this chapter is here.').waitFor();
  expect(await lab.locator('[data-phase="training"]').count()).toBe(1);
  expect(await page.locator('html').getAttribute('data-version')).not.toBe('another');

  await notice.getByRole('button', { name: 'Reload', exact: true }).click();
  await notice.getByText('A run is under way').waitFor();
  expect(await lab.locator('[data-phase="training"]').count()).toBe(1);
  await notice.getByRole('button', { name: 'Reload now' }).click();
  await page.locator('html[data-version="another"]').waitFor();
  expect(await isIsolated(page)).toBe(true);
  // The page is the new one: there is nothing more to ask.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await notice.count()).toBe(0);
});
