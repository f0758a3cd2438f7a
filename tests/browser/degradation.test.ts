import { expect, test } from 'vitest';
import { readCsv, startTraining, visitLab, waitForPhase } from './reader.ts';

test('the smallest preset shows the degradation', { timeout: 300_000 }, async () => {
  const { page, lab } = await visitLab('preset=tiny&seed=1');
  await startTraining(lab);
  await waitForPhase(lab, 'done', 280_000);

  const last = (await readCsv(page, lab)).slice(-50);
  const error = (id: string) =>
    last.reduce((sum, row) => sum + row[`${id} training error`]!, 0) / last.length;
  expect(error('plain-32') - error('plain-8')).toBeGreaterThanOrEqual(0.05);
  expect(error('plain-32') - error('residual-32')).toBeGreaterThanOrEqual(0.05);
  expect(await lab.locator('[data-takeaway]').textContent()).toMatch(
    /^So far, after 300 steps, in this one seed: plain-32 has .* worse than plain-8 .* These are too few steps to call it the degradation\./,
  );
});
