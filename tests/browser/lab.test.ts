import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { readCsv, startTraining, visitLab, waitForPhase } from './reader.ts';

const status = (lab: Locator) => lab.locator('[data-status]');

test('trains plain and residual networks on real pictures, and the error falls', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=60');
  await startTraining(lab);
  await waitForPhase(lab, 'done');

  expect(await lab.locator('[data-provenance]').textContent()).toMatch(
    /Live on this device: WebAssembly/,
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

test('a seed repeats a run exactly, another seed does not', async () => {
  const runs = [];
  for (const seed of [4, 4, 5]) {
    const { page, lab } = await visitLab(`preset=tiny&depths=8-14&steps=12&seed=${seed}`);
    await startTraining(lab);
    await waitForPhase(lab, 'done');
    runs.push(await readCsv(page, lab));
  }
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).not.toEqual(runs[0]);
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
  await page.locator('[data-provenance="recorded"]').waitFor();
});

test('trains on WebGL too when asked', { timeout: 180_000 }, async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=10&backend=webgl');
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await lab.locator('[data-provenance]').textContent()).toMatch(/WebGL/);
  expect(await readCsv(page, lab)).toHaveLength(10);
});
