import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { numbersOf } from './labRun.ts';
import { readyLab, startTraining, visitLab, waitForPhase } from './reader.ts';

const cutOff = (lab: Locator) => lab.locator('[data-unfinished]');

/** How much the device keeps of runs. */
const countKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('skip-connections-runs');
        opening.onsuccess = () => {
          const { result: database } = opening;
          const counting = database.transaction('runs').objectStore('runs').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );

/** Trains until the device has kept some steps, and reloads the page. */
async function cutOffByReload(page: Page, lab: Locator, keptBefore = 0): Promise<void> {
  await startTraining(lab);
  await lab.getByText(/^Step [1-9]\d+ of/).waitFor();
  await expect.poll(() => countKept(page)).toBeGreaterThan(keptBefore);
  await page.reload();
  await readyLab(page);
  await cutOff(lab).waitFor();
}

test('a seed repeats a run to the last digit, whether it was left and gone on with, or its worker died', async () => {
  const steps = 120;
  const query = `preset=tiny&depths=8-14&steps=${steps}&seed=4&backend=wasm`;
  const { page, lab } = await visitLab(query);
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  const whole = await numbersOf(page, lab);
  expect([whole.step, whole.networks.map(({ losses }) => losses.length)]).toEqual([
    ...[steps, [steps, steps, steps, steps]],
  ]);

  await cutOffByReload(page, lab, await countKept(page));
  expect(await cutOff(lab).innerText()).toMatch(
    /^Your run of .* was cut off after \d+ of 120 steps \(seed 4\)\. It can go on exactly where it was\./,
  );
  // It is offered, and takes nothing's place.
  expect(await lab.locator('[data-provenance="recorded"]').count()).toBe(1);
  expect(await lab.locator('[data-phase="idle"]').count()).toBe(1);
  await lab.getByRole('button', { name: 'Go on with it' }).click();
  await waitForPhase(lab, 'done');
  expect(await cutOff(lab).count()).toBe(0);
  expect(await numbersOf(page, lab)).toEqual(whole);

  await startTraining(lab);
  await lab.getByText(/^Step [1-9]\d* of/).waitFor();
  const dying = page.workers().find((worker) => worker.url().includes('train'))!;
  // It never answers.
  void dying.evaluate(() => self.close()).catch(() => undefined);
  await lab.locator('[data-notice]').waitFor();
  await waitForPhase(lab, 'done');
  expect(await numbersOf(page, lab)).toEqual(whole);
});

test('an unfinished run is forgotten when the reader says so', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-8&kinds=residual&steps=5000');
  await cutOffByReload(page, lab);
  await lab.getByRole('button', { name: 'Forget it' }).click();
  await cutOff(lab).waitFor({ state: 'detached' });
  await page.reload();
  await readyLab(page);
  await lab.locator('[data-provenance="recorded"]').waitFor();
  expect(await cutOff(lab).count()).toBe(0);
});

test('a tab that is frozen on the way goes on when it is woken, without a gap', async () => {
  const { page, lab } = await visitLab(
    'preset=tiny&depths=8-8&kinds=residual&steps=100&backend=wasm',
  );
  const session = await page.context().newCDPSession(page);
  await startTraining(lab);
  await lab.getByText(/^Step [1-9]\d* of/).waitFor();
  for (const state of ['frozen', 'active'] as const)
    await session.send('Page.setWebLifecycleState', { state });
  await waitForPhase(lab, 'done');
  const { networks } = await numbersOf(page, lab);
  expect(networks.map(({ trainErrors }) => trainErrors.length)).toEqual([100]);
  expect(await lab.locator('[data-notice]').count()).toBe(0);
});

test('where no worker starts the replay plays, and Train says why it does not train', async () => {
  const { page, lab } = await visitLab('preset=tiny');
  await page.evaluate(() => {
    window.Worker = function () {
      throw new DOMException('Access is denied.', 'SecurityError');
    } as unknown as typeof Worker;
  });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await lab.getByRole('alert').innerText()).toBe(
    'Training could not start: this browser does not let the page start a web worker. Open the page in another browser, or without what restricts it.',
  );
  await lab.locator('[data-provenance="recorded"]').waitFor();
  await lab.getByRole('button', { name: 'Replay in 40 s' }).click();
  await lab.getByRole('button', { name: 'Pause replay' }).waitFor();
  expect(faults).toEqual([]);
});
