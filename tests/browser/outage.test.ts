import { expect, test } from 'vitest';
import { readCsv, startTraining, visitFigure, visitLab, waitForPhase } from './reader.ts';

test('a run whose line goes down waits, says so, and goes on by itself', async () => {
  const steps = 40;
  const { page, lab } = await visitLab(`preset=tiny&depths=8-8&kinds=residual&steps=${steps}`);
  let asked = 0;
  let isDown = true;
  await page.route('**/train-*.bin', async (route) => {
    asked += 1;
    await (isDown ? route.abort('internetdisconnected') : route.continue());
  });
  await startTraining(lab);
  await lab.getByText(/^The network connection is down/).waitFor();
  expect(asked).toBeGreaterThan(1);
  isDown = false;
  await waitForPhase(lab, 'done');
  expect(await readCsv(page, lab)).toHaveLength(steps);
});

test('a figure waits for its pictures while the line is down, and can be stopped meanwhile', async () => {
  const { page, figure } = await visitFigure('residual/', 'block-machine');
  let isDown = true;
  await page.route('**/test-*.bin', (route) =>
    isDown ? route.abort('internetdisconnected') : route.continue(),
  );
  await figure.getByRole('button', { name: 'Run', exact: true }).click();
  const status = figure.locator('[data-status]');
  await status.filter({ hasText: 'Waiting for the network connection' }).waitFor();
  await figure.getByRole('button', { name: 'Stop' }).click();
  await figure.getByRole('button', { name: 'Run', exact: true }).click();
  await status.filter({ hasText: 'Waiting for the network connection' }).waitFor();
  isDown = false;
  await waitForPhase(figure, 'done');
  expect(await status.textContent()).toBe('Done');
});
