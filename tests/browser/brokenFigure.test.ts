import { expect, inject, test } from 'vitest';
import { readyFigure, visit } from './reader.ts';

test('a figure that throws leaves a sentence and a button, and the rest of the page as it was', async () => {
  const page = await visit('degradation/');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const figure = await readyFigure(page, 'learn-to-copy');
  // The copies are drawn with the first findings.
  await page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { putImageData } = prototype;
    prototype.putImageData = () => {
      prototype.putImageData = putImageData;
      throw new Error('no such canvas');
    };
  });
  await figure.getByRole('button', { name: 'Train' }).click();
  await figure.getByRole('alert').getByText('This figure has stopped').waitFor();
  expect(complaints.join()).toContain('no such canvas');
  expect(await figure.getByRole('heading').innerText()).toMatch(/learn to copy/);
  await (
    await readyFigure(page, 'degradation-lab')
  )
    .getByRole('button', { name: 'Train' })
    .waitFor();

  await figure.getByRole('button', { name: 'Start the figure again' }).click();
  await figure.getByRole('button', { name: 'Train' }).waitFor();
  expect(await figure.getByRole('alert').count()).toBe(0);
});

test('a figure whose script does not come says so as it stands there, and can be asked for once more', async () => {
  const page = await visit('about:blank');
  let isOffline = true;
  await page.route('**/assets/figure-*.js', (route) =>
    isOffline ? route.abort() : route.continue(),
  );
  await page.goto(new URL('gradients/', inject('siteUrl')).href);
  const figure = page.locator('figure[data-widget="paths"]');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('alert').getByText('This figure could not be loaded').waitFor();
  expect(await figure.locator('rect.of-gradient').count()).toBeGreaterThan(0);
  isOffline = false;
  await figure.getByRole('button', { name: 'Try again' }).click();
  await page.locator('figure[data-widget="paths"][data-ready]').waitFor();
  expect(await figure.getByRole('alert').count()).toBe(0);
});
