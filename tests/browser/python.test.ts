import type { Frame, Locator, Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { visit } from './reader.ts';

/** The first listing of a lesson. */
const firstListing = (page: Page) =>
  page.locator('.lesson > .code-block', { has: page.locator('.code-run') }).first();

/** Puts a program in the place of a listing's, as whoever tampers with the page could, and runs it. */
async function begin(listing: Locator, program: string): Promise<void> {
  await listing.locator('code').evaluate((code, text) => (code.textContent = text), program);
  await listing.getByRole('button', { name: 'Run this Python' }).click();
}

/** Runs a program to its end; gives what is shown below it. */
async function run(listing: Locator, program: string): Promise<string> {
  await begin(listing, program);
  await listing.locator('.code-results:not([data-running])').waitFor();
  const shown = listing.locator('.code-results-texts, .code-results-state');
  return (await shown.allInnerTexts()).join('\n').trim();
}

/** The sandbox: the only frame of a lesson. */
const sandboxOf = (page: Page) => page.frames().find((frame) => frame.parentFrame()) as Frame;

/** Allows programs from now on so many milliseconds of computing. The usual 10 s are tests/exercises/sandbox's. */
const allow = (page: Page, timeLimitMs: number) =>
  sandboxOf(page).evaluate((timeLimitMs) => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (command: object, ...rest: unknown[]) {
      Reflect.apply(postMessage, this, [{ ...command, timeLimitMs }, ...rest]);
    };
  }, timeLimitMs);

test('a listing runs as it stands, after what comes before it, or as it is changed; nothing of Python comes before the click', async () => {
  const page = await visit('about:blank');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(new URL('batchnorm/', inject('siteUrl')).href);
  const listing = firstListing(page);
  await listing.getByRole('button', { name: 'Run this Python' }).waitFor();
  const ofPython = () => fetched.filter((path) => /pyodide|python|listingRunner/i.test(path));
  expect(ofPython()).toEqual([]);
  await listing.getByRole('button', { name: 'Run this Python' }).click();
  await listing.locator('.code-results-value').getByText('BatchNorm2d(16').waitFor();
  expect(ofPython().length).toBeGreaterThan(3);
  expect(await listing.getByRole('status').last().textContent()).toMatch(/^Finished\. Sequential/);

  // Changed by the reader, it runs as it is then; a reset prints it again.
  const printed = await listing.locator('pre.shiki').innerHTML();
  await listing.getByRole('button', { name: 'Edit this Python' }).click();
  const editor = listing.getByRole('textbox', { name: 'The listing, to be changed' });
  expect(await editor.evaluate((element) => element.matches(':focus'))).toBe(true);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('norm = nn.BatchNorm2d(3)\nnorm(torch.ones(3))');
  await page.keyboard.press('Shift+Enter');
  await listing.locator('.code-results-error').waitFor();
  expect(await listing.locator('.error-line').innerText()).toBe('norm(torch.ones(3))');
  // What was changed is there after a reload, until it is reset.
  await page.reload();
  await listing.getByRole('button', { name: 'Edit your version of this Python' }).click();
  expect(await editor.innerText()).toContain('norm(torch.ones(3))');
  await listing.getByRole('button', { name: 'Reset this Python to what is printed' }).click();
  expect(await listing.locator('pre.shiki').innerHTML()).toBe(printed);
  expect(await editor.count()).toBe(0);
});

test('what a program tries to get out of the page is contained', async () => {
  const page = await visit('residual/');
  const listing = firstListing(page);
  const asked: string[] = [];
  expect(await run(listing, 'print("here")')).toContain('here');
  page.on('request', (request) => asked.push(request.url()));
  for (const way of ['js', 'pyodide_js', 'pyodide.http', 'micropip', 'urllib.request', 'socket'])
    expect(await run(listing, `import ${way}`)).toMatch(/isn't available in this page/);
  // Through Python's own objects to JavaScript's: to a function's constructor, which the policy forbids.
  const escape = `import sys
write = sys.stdout.emit
for make in (write.constructor, write.constructor.constructor):
    try:
        print(make("return globalThis")().fetch("/"))
    except BaseException as error:
        print(type(error).__name__, error)`;
  expect(await run(listing, escape)).toMatch(/EvalError[^]*EvalError/);
  expect(asked).toEqual([]);
  // And whoever has JavaScript there has nothing to call.
  const [worker] = page.workers().filter((one) => one.url().startsWith('blob:null'));
  const left = await worker!.evaluate(() =>
    [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'importScripts',
      'indexedDB',
      'caches',
      'postMessage',
    ].filter((name) => (globalThis as Record<string, unknown>)[name] !== undefined),
  );
  expect(left).toEqual([]);
});

test('the frame has no origin, no network and no storage, and gives its worker none', async () => {
  const page = await visit('residual/');
  await run(firstListing(page), '1');
  const site = new URL(page.url()).origin;
  const tries = `
    const attempt = async (name, work) => [name, await Promise.resolve().then(work).then(() => 'open', () => 'closed')];
    const tries = (site) => Promise.all([
      attempt('fetch', () => fetch(site, { mode: 'no-cors' })),
      attempt('XMLHttpRequest', () => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', site);
        request.send();
      })),
      attempt('WebSocket', () => new Promise((resolve, reject) => {
        const socket = new WebSocket(site.replace('http', 'ws'));
        socket.onopen = resolve;
        socket.onerror = reject;
      })),
      attempt('indexedDB', () => new Promise((resolve, reject) => {
        const request = indexedDB.open('x');
        request.onsuccess = resolve;
        request.onerror = reject;
      })),
      attempt('caches', () => caches.open('x')),
      attempt('importScripts', () => importScripts(site + '/scripts/python-frame.js')),
    ]);`;
  const closed = [
    ...['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB', 'caches', 'importScripts'],
  ].map((name) => [name, 'closed']);
  const frame = sandboxOf(page);
  const inFrame = await frame.evaluate(`(() => { ${tries} return tries('${site}'); })()`);
  expect(inFrame).toEqual(closed);
  const inWorker = await frame.evaluate(`(() => {
    const script = ${JSON.stringify(`${tries} tries('${site}').then(postMessage);`)};
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    return new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });
  })()`);
  expect(inWorker).toEqual(closed);
  const reached = await frame.evaluate(() => {
    try {
      return [origin, String(parent.document)];
    } catch (error) {
      return [origin, (error as Error).name];
    }
  });
  expect(reached).toEqual(['null', 'SecurityError']);
});

test('a program without end leaves the page alone, is stopped, and the next one runs', async () => {
  const page = await visit('residual/');
  const listing = firstListing(page);
  await begin(listing, 'while True:\n    pass');
  await listing.getByText('Running…').waitFor();
  expect(
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve))),
  ).toBeGreaterThan(0);
  await listing.getByRole('button', { name: 'Stop this Python' }).click();
  await listing.getByText('Stopped.').first().waitFor();
  expect(await run(listing, '6 * 7')).toBe('42');
  expect(await run(listing, 'rows = []\nwhile True:\n    rows.append(bytes(10**8))')).toMatch(
    /line 3[^]*MemoryError/,
  );
  const tensors = 'import torch\nrows = []\nwhile True:\n    rows.append(torch.ones(10**7))';
  expect(await run(listing, tensors)).toMatch(/line 4[^]*RuntimeError: out of memory/);
  expect(await run(listing, '6 * 7')).toBe('42');
  await allow(page, 2000);
  expect(await run(listing, 'while True:\n    print("x" * 1000)')).toMatch(
    /… [\d,]+ lines left out …[^]*line \d[^]*TimeLimit: the program was stopped after 2 seconds/,
  );
  expect(await run(listing, '6 * 7')).toBe('42');
});
