import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { serve } from '../../scripts/site/serve.ts';
import { changeAnswers } from './changeAnswers.ts';
import { readCsv, readyLab, startTraining, visit, visitLab, waitForPhase } from './reader.ts';

const train = (lab: Locator) => lab.getByRole('button', { name: 'Train', exact: true });
const alertOf = (lab: Locator) => lab.getByRole('alert').textContent();

/** Answers for one shard with a bit turned over; the first `times` times only, where given. */
async function damage(page: Page, shard: string, times = Infinity): Promise<void> {
  let left = times;
  await changeAnswers(page, `**/${shard}`, async (answer) => {
    const body = await answer.body();
    if (left-- > 0) body[5000] = body[5000]! ^ 1;
    return { body };
  });
}

test('a depth that is not 6n + 2 is explained and cannot be trained', async () => {
  const { lab } = await visitLab('preset=tiny&depths=8-21');
  expect(await alertOf(lab)).toBe(
    'A CIFAR network has 6n + 2 layers, so 21 is not a valid depth; try 20 or 26.',
  );
  expect(await train(lab).isDisabled()).toBe(true);
  await lab.getByLabel('Layers, deep').fill('14');
  expect(await lab.getByRole('alert').count()).toBe(0);
  expect(await train(lab).isEnabled()).toBe(true);
});

test.each([
  ['depths=8-', /6n \+ 2/],
  ['kinds=neither', /Choose plain, residual or both/],
  ['seed=1.5', /The seed must be a whole number/],
  ['lr=fast', /The learning rate must be a number above 0/],
  ['steps=1e9&seeds=0', /from 1 to 10 seeds.*between 10 and 64,000 steps/],
  [
    'warmup=400&wd=2&last=-1',
    /warm-up must be .* no more than the run has.*Weight decay.*last scale/,
  ],
  [
    'width=1000&batch=&size=7&pictures=12',
    /to 64 channels.*8 to 32 pixels.*2 to 512.*1,000 to 50,000/,
  ],
])('a link with %s is explained and can be put right', async (query, sentence) => {
  const { lab } = await visitLab(`preset=tiny&${query}`);
  expect((await lab.getByRole('alert').allTextContents()).join(' ')).toMatch(sentence);
  expect(await train(lab).isDisabled()).toBe(true);
  await lab.getByRole('combobox', { name: 'Size' }).selectOption('tiny');
  if (/seeds/.test(query)) await lab.getByLabel('Seeds in a row').fill('2');
  else if (/seed/.test(query)) await lab.getByLabel('Seed', { exact: true }).fill('1');
  if (/kinds/.test(query)) await lab.getByLabel('plain', { exact: true }).check();
  expect(await train(lab).isEnabled()).toBe(true);
});

test('a network whose loss is no longer a number stops by name, and the others go on', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-20&steps=20&lr=3000');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  const stopped = (await lab.getByRole('alert').allTextContents()).map((text) => {
    expect(text).toMatch(/its loss is no longer a number, so its training stopped/);
    const [, id, step] = /^(\S+) diverged at step (\d+)/.exec(text) ?? [];
    return { id: id!, step: Number(step) };
  });
  expect(stopped.map(({ id }) => id)).toEqual(['residual-8', 'residual-20']);
  expect(await lab.locator('[data-status]').textContent()).toMatch(/Finished 20 steps/);

  const rows = await readCsv(page, lab);
  const measured = (id: string) =>
    rows.filter((row) => !Number.isNaN(row[`${id} training error`])).length;
  for (const id of ['plain-8', 'plain-20']) {
    expect(measured(id)).toBe(20);
    expect(rows.at(-1)![`${id} test error`]).not.toBeNaN();
  }
  for (const { id, step } of stopped) expect(measured(id)).toBe(step - 1);
});

test('when every network diverges the run ends and says what to try', async () => {
  const { lab } = await visitLab('preset=tiny&depths=8-14&steps=100&lr=1e30');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  const alerts = await lab.getByRole('alert').allTextContents();
  expect(alerts).toHaveLength(4);
  expect(alerts[0]).toMatch(/^plain-8 diverged at step \d+: its loss is no longer a number/);
  expect(await lab.locator('[data-status]').textContent()).toMatch(
    /Every network diverged.*smaller learning rate/,
  );
});

test('a shard that is missing half-way stops the run with a sentence and loses nothing', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=30');
  await page.route('**/train-01.bin', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await alertOf(lab)).toMatch(
    /train-01\.bin, a file of CIFAR-10 pictures, is missing from this site.*npm start.*The results so far are kept above/,
  );
  const rows = await readCsv(page, lab);
  expect(rows.length).toBeGreaterThanOrEqual(10);
  expect(await lab.locator('.curve path').first().getAttribute('d')).toMatch(/^M.*L/);

  await page.reload();
  await readyLab(page);
  await lab.getByText(/^Your run of .* was cut off after 1\d of 30 steps/).waitFor();
  await page.unroute('**/train-01.bin');
  await lab.getByRole('button', { name: 'Go on with it' }).click();
  await waitForPhase(lab, 'done');
  const whole = await readCsv(page, lab);
  expect(whole).toHaveLength(30);
  expect(whole.slice(0, rows.length)).toEqual(rows);
});

test('a damaged shard is noticed before anything is learnt from it', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=100');
  await damage(page, 'train-00.bin');
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await alertOf(lab)).toMatch(
    /train-00\.bin, a file of CIFAR-10 pictures, is damaged.*Reload this page/,
  );
});

test('a shard that is damaged half-way keeps what was computed', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=100');
  await damage(page, 'train-01.bin');
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await alertOf(lab)).toMatch(
    /train-01\.bin, a file of CIFAR-10 pictures, is damaged.*The results so far are kept above/,
  );
  expect((await readCsv(page, lab)).length).toBeGreaterThanOrEqual(10);
});

test('a shard that arrives damaged once is fetched again, and the run goes on', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=10');
  await damage(page, 'train-00.bin', 1);
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await readCsv(page, lab)).toHaveLength(10);
});

test('a site that was built without the pictures reads as ever, and its lab says what is missing', async () => {
  const site = await mkdtemp(path.join(tmpdir(), 'no-data-'));
  for (const name of await readdir('dist')) {
    if (name !== 'data') await symlink(path.resolve('dist', name), path.join(site, name));
  }
  const { url, close } = await serve(site, 0);
  try {
    const page = await visit(new URL('degradation/?preset=tiny', url).href);
    const lab = await readyLab(page);
    expect(await lab.locator('[data-provenance="recorded"]').count()).toBe(1);
    await startTraining(lab);
    await waitForPhase(lab, 'failed');
    expect(await alertOf(lab)).toMatch(
      /The training pictures are not on this site.*run npm start again with a network connection/,
    );
    await lab.getByRole('button', { name: 'Reset' }).click();
    expect(await lab.locator('[data-provenance="recorded"]').count()).toBe(1);
  } finally {
    await close();
    await rm(site, { recursive: true });
  }
});

test('an engine that cannot be loaded is explained, and the run can be tried again', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=10');
  await page.route('**/train.worker*', (route) => route.abort());
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await alertOf(lab)).toMatch(/engine could not be loaded.*Check your network connection/);
  await page.unroute('**/train.worker*');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
});
