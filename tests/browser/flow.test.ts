import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { visit } from './reader.ts';

const stateOf = (page: Page) =>
  page
    .locator('.value.shortcut')
    .evaluate((value) => value.getAnimations().map(({ playState }) => playState));

test('values flow along the cover’s block until they are told to stop', async () => {
  const page = await visit('');
  await expect.poll(() => stateOf(page)).toEqual(['running']);
  const pause = page.getByRole('checkbox', { name: 'Pause the animation' });
  await pause.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => stateOf(page)).toEqual(['paused']);
  await page.keyboard.press('Space');
  await expect.poll(() => stateOf(page)).toEqual(['running']);
});

test('for readers who want less motion nothing moves, and arrows say where values go', async () => {
  const page = await visit('', { reducedMotion: 'reduce' });
  expect(await page.locator('.value.shortcut').isVisible()).toBe(false);
  expect(await page.locator('.flow-switch').isVisible()).toBe(false);
  expect(await page.locator('.residual-block .arrow').count()).toBe(3);
});
