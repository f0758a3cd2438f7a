import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { prependTo } from './changeAnswers.ts';
import { numbersOf } from './labRun.ts';
import { refusingGpu } from './oddGpu.ts';
import { readCsv, startTraining, visitLab, waitForPhase } from './reader.ts';

/** Put before the worker's own script: remembers its WebGL contexts, so that a test can lose them. */
const remember = `{
  const { getContext } = OffscreenCanvas.prototype;
  globalThis.contexts = [];
  OffscreenCanvas.prototype.getContext = function (...wish) {
    const context = getContext.apply(this, wish);
    globalThis.contexts.push(context);
    return context;
  };
}
`;

/** Takes the graphics device away from the training worker, as a driver does that crashed. */
async function loseDevice(page: Page): Promise<void> {
  await page.workers()[0]!.evaluate(() => {
    const { contexts } = globalThis as unknown as {
      contexts: WebGL2RenderingContext[];
    };
    contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
  });
}

const query = 'preset=tiny&depths=8-8&kinds=residual&steps=10&backend=webgl';

/** In whose workers TensorFlow.js finds no WebGL. */
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

test('even as Safari, a lost WebGL context is noticed, told, and the run goes on to the numbers of an unbroken one', async () => {
  const { page, lab } = await visitLab(query, { userAgent: safari });
  await prependTo(page, '**/train.worker-*.js', remember);
  await startTraining(lab);
  await lab.getByText(/^Step [3-8] of 10/).waitFor();
  expect(await page.workers()[0]!.evaluate(() => navigator.userAgent)).toBe(safari);
  await loseDevice(page);
  const notice = lab.locator('[data-notice]');
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(
    /^The browser lost its connection to the GPU at step \d+; training continues from step \d+\.$/,
  );
  await waitForPhase(lab, 'done');
  expect(await lab.locator('[data-provenance]').textContent()).toMatch(
    /WebGL on .*The browser lost its connection to the GPU and has restored it\./,
  );
  const rows = await readCsv(page, lab);
  expect(rows.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(rows.at(-1)!['residual-8 test error']).toBeGreaterThan(0);

  const broken = await numbersOf(page, lab);
  expect(broken.networks[0]!.losses).toHaveLength(10);
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await notice.count()).toBe(0);
  expect(await lab.locator('[data-provenance]').textContent()).toMatch(/WebGL/);
  expect(await numbersOf(page, lab)).toEqual(broken);
});

test('a device that does not come back leaves the run to the processor, where the last good weights were', async () => {
  const { page, lab } = await visitLab(query);
  await prependTo(page, '**/train.worker-*.js', remember);
  await startTraining(lab);
  await lab.getByText(/^Step [3-8] of 10/).waitFor();
  await page.workers()[0]!.evaluate(() => {
    OffscreenCanvas.prototype.getContext = () => null;
  });
  await loseDevice(page);
  await waitForPhase(lab, 'done');
  expect(await lab.locator('[data-provenance]').textContent()).toMatch(
    /WebAssembly .*The browser lost its connection to the GPU and could not restore it/,
  );
  const rows = await readCsv(page, lab);
  expect(rows.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('asked for WebGL, the lab names the program that does not compile', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-8&steps=10&backend=webgl');
  await prependTo(page, '**/train.worker-*.js', refusingGpu);
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await lab.getByRole('alert').textContent()).toMatch(
    /^The engine stopped: (\w+: )+Failed to compile fragment shader\. It is the program that computes \[[\d, ]+\]/,
  );
});

test.each([
  [
    'ends itself without a word',
    () => (globalThis as unknown as Worker & { close(): void }).close(),
  ],
  [
    'never comes back from a step',
    () => {
      for (;;);
    },
  ],
])('a worker that %s is noticed, and the run goes on to the end without a gap', async (_, die) => {
  const steps = 150;
  const { page, lab } = await visitLab(`preset=tiny&depths=8-14&steps=${steps}&backend=wasm`);
  await startTraining(lab);
  await lab.getByText(/^Step [1-9]\d* of/).waitFor();
  // It never answers.
  void page
    .workers()[0]!
    .evaluate(die)
    .catch(() => undefined);
  await lab.locator('[data-notice]').waitFor();
  expect(await lab.locator('[data-notice]').textContent()).toMatch(
    /^The engine stopped at step \d+; training continues from step \d+\.$/,
  );
  await waitForPhase(lab, 'done');
  const rows = await readCsv(page, lab);
  expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: steps }, (_, i) => i + 1));
});
