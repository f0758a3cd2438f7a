import type { Locator, Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { readyFigure, startTraining, visit, waitForPhase } from './reader.ts';

const aRun = 'preset=tiny&depths=8-8&kinds=residual&steps=12';

/** Opens the first lesson in a browser whose storage is as `spoil` makes it, in a context of its own. */
async function visitSpoilt(kind: string, spoil: () => void): Promise<Page> {
  const page = await visit('about:blank', { extraHTTPHeaders: { 'X-Test': kind } });
  await page.addInitScript(spoil);
  await page.goto(new URL(`degradation/?${aRun}`, inject('siteUrl')).href);
  return page;
}

async function train(page: Page): Promise<Locator> {
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  return lab;
}

/** Puts three of the four networks in order; the last place is the only one left. */
async function predict(lab: Locator): Promise<void> {
  for (const place of [0, 1, 2]) await lab.locator('.prediction button').nth(place).click();
}

/** Waits until a part of the page says that something is not kept, and why. */
async function unkept(place: Locator, reason: string): Promise<void> {
  const said = place.getByText(reason);
  await said.waitFor();
  expect(await said.textContent()).toContain('will be lost when you leave it');
}

test('where storage throws everything works, and says what is not kept', async () => {
  const page = await visitSpoilt('storage-throws', () => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get: refuse });
    IDBFactory.prototype.open = refuse;
    LockManager.prototype.request = LockManager.prototype.query = () =>
      Promise.reject(new DOMException('', 'SecurityError'));
  });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const reason = 'does not let the page store anything';
  const lab = await train(page);
  await unkept(lab, `${reason}, so this run`);
  await predict(lab);
  await unkept(lab.locator('.prediction'), `${reason}, so your prediction`);
  await lab.getByRole('button', { name: 'Reset' }).click();
  expect(await lab.getByText('so this run').count()).toBe(0);

  const check = page.locator('.quick-check').first();
  await check.locator('.check-choice').first().click();
  await unkept(check, `${reason}, so your answer`);
  await check.getByRole('button', { name: 'Try again' }).click();
  expect(await check.getByText('so your answer').isVisible()).toBe(false);

  await page.goto(new URL('resnet34/', inject('siteUrl')).href);
  const classifier = await readyFigure(page, 'classifier');
  await classifier.getByText('Another network').click();
  await classifier.getByText('cannot be kept on this device').waitFor();
  expect(faults).toEqual([]);
});

test('a database that never answers holds nothing up', async () => {
  const page = await visitSpoilt('storage-hangs', () => {
    // A request of which nothing is ever heard.
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  const lab = await train(page);
  await unkept(lab, 'storage does not respond to the page, so this run');
});

test('a database that another tab holds in an older version is done without', async () => {
  const page = await visitSpoilt('storage-blocked', () => {
    const { open } = IDBFactory.prototype;
    // The first tab opens, and never lets go; the site has a newer version, whose upgrade waits for that.
    const holder = open.call(indexedDB, 'skip-connections-runs', 1);
    IDBFactory.prototype.open = function (name: string) {
      return open.call(this, name, 2);
    };
    // A database that nothing refers to would be closed when the browser collects its garbage.
    holder.onsuccess = () => Object.assign(window, { held: holder.result });
  });
  await unkept(await train(page), 'storage does not respond to the page, so this run');
});

test('a device that is full says so', async () => {
  const page = await visitSpoilt('storage-full', () => {
    for (let size = 2 ** 22; size > 0; size >>= 1) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`${size} ${i}`, 'x'.repeat(size));
      } catch {
        // As much as fits.
      }
    }
  });
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const lab = await train(page);
  await unkept(lab, 'is full, so this run');
  await predict(lab);
  await unkept(lab.locator('.prediction'), 'is full, so your prediction');
});

test('two tabs keep two runs, and Reset deletes only its own', async () => {
  const first = await visit(`degradation/?${aRun}&seed=1`);
  const second = await first.context().newPage();
  await second.goto(new URL(`degradation/?${aRun}&seed=2`, inject('siteUrl')).href);
  await Promise.all([first, second].map(train));

  const shown = async (page: Page, kind: string) => {
    await page.goto(new URL('degradation/', inject('siteUrl')).href);
    const lab = await readyFigure(page, 'degradation-lab');
    await lab.locator(`[data-provenance="${kind}"]`).waitFor();
    return lab;
  };
  const seedOf = (lab: Locator) => lab.getByLabel('Seed', { exact: true }).inputValue();
  const labs = [await shown(first, 'kept'), await shown(second, 'kept')] as const;
  expect(await Promise.all(labs.map(seedOf))).toEqual(['1', '2']);

  await labs[1].getByRole('button', { name: 'Reset' }).click();
  await shown(second, 'recorded');
  expect(await seedOf(await shown(first, 'kept'))).toBe('1');

  // Of a tab that was closed the next one takes it over.
  await first.close();
  expect(await seedOf(await shown(second, 'kept'))).toBe('1');
});
