import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { save } from '../../scripts/browsers/figures.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { readCsv, startTraining, visitLab, waitForPhase } from './reader.ts';

const status = (lab: Locator) => lab.locator('[data-status]');

test('trains plain and residual networks on real pictures, and the error falls', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=60');
  await startTraining(lab);
  await waitForPhase(lab, 'done');

  expect(await lab.locator('[data-provenance]').textContent()).toMatch(
    /Live.*on this device: WebAssembly/,
  );
  const rows = await readCsv(page, lab);
  expect(rows).toHaveLength(60);
  for (const id of ['plain-8', 'plain-14', 'residual-8', 'residual-14']) {
    const errors = rows.map((row) => row[`${id} training error`]!);
    const mean = (part: number[]) => part.reduce((a, b) => a + b) / part.length;
    expect(mean(errors.slice(0, 5)), `${id} starts near chance`).toBeGreaterThan(0.75);
    expect(mean(errors.slice(-20)), `${id} learns`).toBeLessThan(mean(errors.slice(0, 5)) - 0.05);
    expect(rows.at(-1)![`${id} test error`]).toBeLessThan(0.9);
  }
  expect(await lab.locator('.curve path').first().getAttribute('d')).toMatch(/^M.*L/);
});

test('Quick: sized for this device, trained, judged by as many steps as it had', async () => {
  const { page, lab } = await visitLab('');
  const size = lab.getByRole('combobox', { name: 'Size' });
  expect(await size.inputValue()).toBe('quick');
  await size.hover();
  await lab.getByRole('option', { name: /^Quick, \d/ }).waitFor({ state: 'attached' });
  await size.selectOption('tiny');
  await size.selectOption('quick');
  await lab.getByText('Set up your own').click();
  const steps = lab.getByLabel('Steps', { exact: true });
  expect(Number(await steps.inputValue())).toBeGreaterThanOrEqual(200);
  await lab.getByText(/about a minute.* On this device about \d/).waitFor();
  // The rest of a minute would show nothing else.
  await steps.fill('10');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await status(lab).textContent()).toMatch(/^Finished 10 steps in \d/);
  expect(await lab.locator('[data-takeaway]').textContent()).toBe('Too early to tell.');
  expect(await readCsv(page, lab)).toHaveLength(10);
});

test('another seed gives another run', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=12&seed=4');
  await lab.getByText('Set up your own').click();
  const runs = [];
  for (const seed of ['4', '5']) {
    await lab.getByLabel('Seed', { exact: true }).fill(seed);
    await startTraining(lab);
    await waitForPhase(lab, 'done');
    runs.push(await readCsv(page, lab));
  }
  expect(runs[1]).not.toEqual(runs[0]);
});

test('a whole run is downloaded: its numbers, and the config that repeats it', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=12&seed=4&kinds=residual');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  const run = (await save(page, lab, 'Download run')).toString();
  const { config, networks, engine, step } = JSON.parse(run) as RunRecord;
  expect(config).toEqual({
    networks: [8, 14].map((depth) => ({
      ...{ id: `residual-${depth}`, kind: 'residual', depth, width: 6, shortcut: 'A' },
      ...{ preActivation: false, batchNorm: true, lastScale: 1 },
    })),
    recipe: {
      ...{ steps: 12, batchSize: 64, learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 },
      ...{ schedule: { warmUp: 0, decay: 'none' }, seed: 4 },
    },
    data: { pictureSize: 10, trainPictures: 10_000, shift: 1, flip: true },
    evaluation: { every: 50, pictures: 500 },
  });
  expect([step, engine.backend]).toEqual([12, 'wasm']);
  const rows = await readCsv(page, lab);
  for (const { id, trainErrors } of networks)
    expect(trainErrors, id).toEqual(rows.map((row) => row[`${id} training error`]));
});

test('pauses, resumes and stops, and keeps what was computed', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=500');
  await startTraining(lab);
  await waitForPhase(lab, 'training');
  await lab.getByRole('button', { name: 'Pause' }).click();
  await waitForPhase(lab, 'paused');
  const paused = await status(lab).textContent();
  expect(paused).toMatch(/Paused after step \d+\./);
  await lab.getByRole('button', { name: 'Resume' }).click();
  await waitForPhase(lab, 'training');
  await lab.getByRole('button', { name: 'Stop' }).click();
  await waitForPhase(lab, 'done');
  expect(await status(lab).textContent()).toMatch(/Stopped after step \d+\./);
  const steps = (await readCsv(page, lab)).length;
  expect(steps).toBeGreaterThanOrEqual(Number(paused?.match(/\d+/)?.[0]));

  await page.reload();
  await page.locator('figure[data-widget="degradation-lab"]').scrollIntoViewIfNeeded();
  await page.locator('[data-provenance="kept"]').waitFor();
  expect((await readCsv(page, lab)).length).toBe(steps);

  await lab.getByRole('button', { name: 'Reset' }).click();
  await lab.locator('[data-provenance="recorded"]').waitFor();
});
