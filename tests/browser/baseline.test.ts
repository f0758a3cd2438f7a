import type { Identifier } from '@mdn/browser-compat-data';
import bcd from '@mdn/browser-compat-data/forLegacyNode';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { baseline } from '../../scripts/lint/baseline.ts';
import { prependTo } from './changeAnswers.ts';
import { waitForAnswer } from './classifierPage.ts';
import { readyFigure, startTraining, visit, waitForPhase } from './reader.ts';

type Owners = Record<string, Identifier>;

/** What came to the library after the oldest Chrome: what has it, and its name there. */
const names = [bcd.javascript.builtins, bcd.api].flatMap((owners) =>
  Object.entries(owners as Owners).flatMap(([owner, members]) =>
    Object.entries(members as Owners)
      .filter(([name, member]) => isLater(name === '__compat' ? members : member))
      .map(([name]) => [owner, name.replace('_static', '')] as const),
  ),
);

function isLater(feature: Identifier): boolean {
  const chrome = [feature.__compat?.support.chrome ?? []].flat();
  return chrome.length > 0 && chrome.every(({ version_added: added }) => isAfter(added));
}

function isAfter(version: unknown): boolean {
  return parseFloat(String(version)) > baseline.chrome;
}

/** Takes it away from a page or a worker. */
const later = `for (const [owner, name] of ${JSON.stringify(names)}) {
  if (name === '__compat') { Reflect.deleteProperty(globalThis, owner); continue; }
  const one = owner === 'TypedArray' ? Object.getPrototypeOf(Int8Array) : globalThis[owner];
  const key = name === '@@asyncIterator' ? Symbol.asyncIterator : name;
  for (const holder of [one, one?.prototype, owner === 'Window' ? globalThis : undefined])
    if (Object(holder) === holder) Reflect.deleteProperty(holder, key);
}\n`;

/** Opens the page again in a browser that lacks something; the scripts of its workers lack it from their beginning. */
async function openWithout(page: Page, takeAway: string): Promise<void> {
  await page.addInitScript(takeAway);
  await prependTo(page, '**/assets/*.js', takeAway);
  await page.reload();
}

const isOlder = () =>
  !('toSorted' in []) && !('size' in URLSearchParams.prototype) && !('groupBy' in Object);

// Options of their own: what is taken away stays away in a page that is taken again.
const older = { extraHTTPHeaders: { 'X-Browser': 'older' } };

test('a browser of the baseline opens a link, trains and draws', async () => {
  const page = await visit('degradation/?preset=tiny&depths=8-14&steps=12', older);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await openWithout(page, later);
  expect(await page.evaluate(isOlder)).toBe(true);
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await lab.innerText()).toMatch(/Finished 12 steps/);
  expect(await page.locator('.page-notice').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('it classifies, too; without a canvas for workers it says what is missing', async () => {
  const page = await visit('resnet34/?picture=coffee', older);
  await openWithout(page, later);
  const figure = await readyFigure(page, 'classifier');
  await waitForAnswer(figure);
  expect(await page.workers()[0]?.evaluate(isOlder)).toBe(true);

  await openWithout(page, 'Reflect.deleteProperty(globalThis, "OffscreenCanvas");\n');
  await readyFigure(page, 'classifier');
  const problem = figure.getByRole('alert');
  await problem.waitFor();
  expect(await problem.innerText()).toMatch(
    /This browser has no OffscreenCanvas.*Safari from 16.4/s,
  );
});

test('below the baseline one sentence says so at the top, and the text stays', async () => {
  const page = await visit('residual/', { extraHTTPHeaders: { 'X-Browser': 'old' } });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'MathMLElement'));
  await page.reload();
  const notice = page.locator('.top-bar + .page-notice');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/need Chrome or Edge 109, Firefox 115 or Safari 16.4/);
  expect(await page.locator('.lesson p').first().isVisible()).toBe(true);
});
