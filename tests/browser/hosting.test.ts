import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { sitePolicy } from '../../scripts/site/policy.ts';
import { serveOddly } from './oddHost.ts';
import { readyFigure, startTraining, visit, waitForPhase } from './reader.ts';

/** Collects whatever a part of the page says from now on. */
async function listen(part: Locator): Promise<() => Promise<string[]>> {
  await part.evaluate((element) => {
    const heard: string[] = ((window as { heard?: string[] }).heard = []);
    new MutationObserver(() => heard.push((element as HTMLElement).innerText)).observe(element, {
      ...{ childList: true, characterData: true, subtree: true },
    });
  });
  return () => part.page().evaluate(() => (window as { heard?: string[] }).heard ?? []);
}

/** The megabytes that have come and all that are to come, of each time that they were told. */
const megabytesIn = (texts: string[]) =>
  texts.flatMap((text) =>
    [...text.matchAll(/([\d.]+) of ([\d.]+) MB/g)].map(([, a, b]) => [Number(a), Number(b)]),
  );

test('what a host packs has the size that the site says', async () => {
  const url = await serveOddly({
    packs: (file) =>
      /(bin|wasm)$/.test(file) ? 'br' : /safetensors$/.test(file) ? 'gzip' : undefined,
  });
  const page = await visit('about:blank');
  await page.goto(`${url}degradation/?preset=tiny&depths=8-8&kinds=residual&steps=12`);
  const lab = await readyFigure(page, 'degradation-lab');
  const hearLab = await listen(lab);
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  const shards = megabytesIn(await hearLab());

  await page.goto(`${url}resnet34/`);
  const classifier = await readyFigure(page, 'classifier');
  const hearClassifier = await listen(classifier);
  await classifier.getByRole('button', { name: /cat/i }).first().click();
  await classifier.locator('[data-phase="answered"]').waitFor();
  const weights = megabytesIn(await hearClassifier());
  expect(weights.length).toBeGreaterThan(0);
  expect(new Set(weights.map(([, total]) => total))).toEqual(new Set([21.6]));
  for (const [received = 0, total = 0] of [...shards, ...weights])
    expect(received).toBeLessThanOrEqual(total);
});

/** Where each equation and its parts are, and the colour of each piece of code. */
const layoutOf = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const boxes = [...document.querySelectorAll('.katex-html, .katex-html *')].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [x, y + scrollY, width, height].map(Math.round).join(' ');
    });
    const code = [...document.querySelectorAll('pre.shiki span')];
    return [...boxes, ...code.map((span) => getComputedStyle(span).color)];
  });

test('under the strictest policy text and equations are set as ever, and the rest says what is missing', async () => {
  const plain = await visit('residual/');
  const wanted = await layoutOf(plain);
  expect(wanted.length).toBeGreaterThan(500);
  const url = await serveOddly({ headers: { 'Content-Security-Policy': "default-src 'self'" } });
  const page = await visit('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}residual/`);
  expect(await layoutOf(page)).toEqual(wanted);

  const listing = page.locator('.code-block').filter({ has: page.locator('.code-run') });
  await listing.getByRole('button', { name: 'Run this Python' }).click();
  await listing.getByText('the security policy of this site forbids it').first().waitFor();
  // It is said before anything is downloaded for nothing.
  expect(asked.filter((asking) => /pyodide|stdlib|python\.worker/.test(asking))).toEqual([]);

  const machine = await readyFigure(page, 'block-machine');
  await page.getByText('blocks some of the pictures on this page').waitFor();
  await machine.getByText('Download', { exact: true }).click();
  await machine.getByRole('button', { name: 'Download PNG' }).click();
  await machine.getByRole('alert').getByText('Download the SVG instead').waitFor();

  await page.goto(`${url}degradation/?preset=tiny&depths=8-8&kinds=residual&steps=12`);
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await lab.locator('[data-provenance="live"]').waitFor();
  expect(await lab.locator('[data-provenance]').textContent()).toContain('forbids WebAssembly');
});

test('under the documented policy nothing is missing', async () => {
  const url = await serveOddly({ headers: { 'Content-Security-Policy': sitePolicy } });
  const page = await visit('about:blank');
  const blocked: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
  });
  await page.goto(`${url}residual/`);
  const listing = page.locator('.code-block').filter({ has: page.locator('.code-run') });
  await listing.getByRole('button', { name: 'Run this Python' }).click();
  await listing.getByText('Defined plain_block and residual_block.').first().waitFor();
  const machine = await readyFigure(page, 'block-machine');
  await machine.getByRole('button', { name: 'Run', exact: true }).click();
  await waitForPhase(machine, 'done');
  await machine.getByText('Download', { exact: true }).click();
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    machine.getByRole('button', { name: 'Download PNG' }).click(),
  ]);
  expect(png.suggestedFilename()).toBe('block-machine.png');
  expect(await machine.locator('[data-provenance]').textContent()).toContain('WebAssembly');
  expect(blocked).toEqual([]);
});

/** For each equation, whether its letters and whether its MathML are shown. */
const shownEquations = (page: Page) =>
  page.locator('.katex').evaluateAll((all) =>
    all.map((one) =>
      ['.katex-html', '.katex-mathml']
        .filter((part) => {
          const { width = 0, height = 0 } = one.querySelector(part)?.getBoundingClientRect() ?? {};
          return width > 1 && height > 1;
        })
        .join(),
    ),
  );

test('where no style sheet comes, each equation is there once', async () => {
  const page = await visit('about:blank');
  await page.route('**/*.css', (route) => route.abort());
  await page.goto(new URL('residual/', inject('siteUrl')).href);
  expect(new Set(await shownEquations(page))).toEqual(new Set(['.katex-mathml']));
});

/** Expects text in our styles, each equation once, and one sentence above them, which is returned. */
async function readWithoutScripts(page: Page): Promise<string> {
  const notice = page.locator('.page-notice');
  await notice.waitFor();
  expect(await notice.count()).toBe(1);
  expect(new Set(await shownEquations(page))).toEqual(new Set(['.katex-html']));
  const font = await page.locator('.lesson').evaluate((text) => getComputedStyle(text).fontFamily);
  expect(font).toMatch(/Source Serif/);
  expect(await page.locator('figure[data-widget] svg').count()).toBeGreaterThan(0);
  return notice.innerText();
}

test('opened as a file, the text is set as ever, and one sentence says how to serve the folder', async () => {
  const page = await visit('about:blank', { extraHTTPHeaders: { 'X-Host': 'none' } });
  const file = pathToFileURL(path.resolve('dist/residual/index.html')).href;
  await page.goto(file);
  expect(await readWithoutScripts(page)).toMatch(/opened as a file.*npx serve.*http\.server/);
  // A link to a folder would list the folder.
  await page.locator('.way-on a').last().click();
  await page.waitForURL((url) => url.protocol === 'file:' && url.href !== file);
  expect(page.url()).toMatch(/\/index\.html/);
});

test('where fonts, styles and scripts come from another origin that does not share them, too', async () => {
  const elsewhere = await serveOddly({});
  const url = await serveOddly({
    // Such a host has a policy of its own, if any.
    rewrite: (html) =>
      html
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
        .replaceAll(/"\.\.\/(assets|scripts)/g, `"${elsewhere}$1`),
  });
  const page = await visit('about:blank');
  await page.goto(`${url}residual/`);
  expect(await readWithoutScripts(page)).toMatch(/serve the whole folder from one address/);
});

test('in a frame without an origin, what computes says why it does not', async () => {
  const url = await serveOddly({ headers: { 'Access-Control-Allow-Origin': '*' } });
  // A document without a policy of its own, from a host that isolates none.
  const page = await visit(`${url}chapter.json`);
  const embed = async (address: string) => {
    await page.setContent(
      `<iframe sandbox="allow-scripts" width="1200" height="700" src="${url}${address}"></iframe>`,
    );
    return page.frameLocator('iframe');
  };
  const expectReason = async (figure: Locator) => {
    await figure.getByRole('alert').getByText('browsers start no web workers').waitFor();
    expect(await figure.getByRole('alert').innerText()).toMatch(/Open the chapter in a tab/);
  };
  const first = await embed('degradation/');
  for (const name of ['degradation-lab', 'learn-to-copy']) {
    const figure = first.locator(`figure[data-widget="${name}"]`);
    await figure.scrollIntoViewIfNeeded();
    await figure.and(first.locator('[data-ready]')).waitFor();
    await startTraining(figure);
    await expectReason(figure);
  }
  const classifier = (await embed('resnet34/')).locator('figure[data-widget="classifier"]');
  await classifier.scrollIntoViewIfNeeded();
  await classifier.getByRole('button', { name: /cat/i }).first().click();
  await expectReason(classifier);
});

test('what is done at a figure before its script has come is done once it is there', async () => {
  const page = await visit('about:blank');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/hydrate-*.js', (route) => held.then(() => route.continue()));
  const query = 'preset=tiny&depths=8-8&kinds=residual&steps=12';
  await page.goto(new URL(`degradation/?${query}`, inject('siteUrl')).href);
  const lab = page.locator('figure[data-widget="degradation-lab"]');
  await lab.getByText('Set up your own', { exact: true }).click();
  await lab.getByLabel('Seed', { exact: true }).fill('7');
  const train = lab.getByRole('button', { name: 'Train', exact: true });
  await train.click();
  const copying = page.locator('figure[data-widget="learn-to-copy"] .prediction');
  const option = copying.getByRole('button').first();
  await option.click();
  await lab.getByRole('status').getByText('This figure is still being downloaded').waitFor();
  for (const control of [option, train])
    await control.and(page.locator('[data-waiting]')).waitFor();
  release();
  await waitForPhase(lab, 'done');
  expect(await lab.getByLabel('Seed', { exact: true }).inputValue()).toBe('7');
  await copying.and(page.locator('[data-prediction="made"]')).waitFor();
  expect(await page.locator('[data-waiting], .waking').count()).toBe(0);
  // Not only the field: the run, too.
  await page.goto(new URL('degradation/', inject('siteUrl')).href);
  await readyFigure(page, 'degradation-lab');
  await lab.locator('[data-provenance="kept"]').waitFor();
  expect(await lab.getByLabel('Seed', { exact: true }).inputValue()).toBe('7');
});
