import { expect, test } from 'vitest';
import { visitFigure } from './reader.ts';

test('each point of the timeline tells its source, by mouse and by keyboard', async () => {
  const { page, figure } = await visitFigure('transformers/', 'depth-timeline');
  const card = figure.locator('[data-card]');
  expect(await card.innerText()).toMatch(/AlexNet, 2012\s+8 layers/);
  await figure.getByRole('button', { name: 'ResNet, 2015' }).hover();
  expect(await card.innerText()).toMatch(/152 layers\s+3\.57\s% .*\s+.* ensemble/);

  await figure.getByRole('button', { name: 'Against time' }).focus();
  await page.keyboard.press('Enter');
  await figure.getByText('year of the challenge', { exact: true }).waitFor();
  // Back over the other button, the card's link and the last entry.
  for (let back = 0; back < 4; back++) await page.keyboard.press('Shift+Tab');
  expect(await card.innerText()).toMatch(/VGG, 2014\s+16–19 layers/);
  await card.getByRole('link').click();
  await page.waitForURL('**/transformers/#bib-simonyan2015very');
});
