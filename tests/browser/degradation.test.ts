import { expect, test } from 'vitest';
import { engineVersion } from '../../src/contract/engine.ts';
import { readCsv, readyLab, startTraining, visit, waitForPhase } from './reader.ts';

/** A device on which Quick has as few steps as it ever has. */
const slow = { msPerLayer: 1, msPerMillion: 0.1, engineVersion };

test('Quick, from the prediction to the verdict', async () => {
  const page = await visit('glossary/');
  await page.evaluate((speed) => {
    localStorage.setItem('device-speed', JSON.stringify(speed));
  }, slow);
  await page.goto(new URL('../degradation/', page.url()).href);
  const lab = await readyLab(page);
  for (const name of ['plain-56', 'plain-20', 'residual-20'])
    await lab.getByRole('button', { name }).click();
  await lab.getByText('As you predicted.', { exact: true }).waitFor();
  await lab.getByRole('button', { name: 'Train', exact: true }).hover();
  await lab.getByRole('option', { name: /^Quick, / }).waitFor({ state: 'attached' });
  await startTraining(lab);
  await waitForPhase(lab, 'done');

  const last = (await readCsv(page, lab)).slice(-50);
  const error = (id: string) =>
    last.reduce((sum, row) => sum + row[`${id} training error`]!, 0) / last.length;
  expect(error('plain-56') - error('plain-20')).toBeGreaterThanOrEqual(0.05);
  expect(error('plain-56') - error('residual-56')).toBeGreaterThanOrEqual(0.05);
  expect(await lab.locator('[data-takeaway]').textContent()).toMatch(
    /^So far, after 200 steps, in this one seed: plain-56 has .* worse than plain-20 .* These are too few steps to call it the degradation\./,
  );
  expect(await lab.locator('.depth-card.plain .points').innerText()).toMatch(/^\+\d+ points$/);
});
