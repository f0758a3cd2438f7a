import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { visit } from './reader.ts';

const drawing = (page: Page) => page.locator('.lesson > .flow-frame').first();
const stateOf = (page: Page) =>
  drawing(page)
    .locator('.value.shortcut')
    .evaluate((value) => value.getAnimations().map(({ playState }) => playState));

test('values flow along lesson 2’s block until they are told to stop', async () => {
  const page = await visit('residual/');
  await drawing(page).scrollIntoViewIfNeeded();
  await expect.poll(() => stateOf(page)).toEqual(['running']);
  const pause = drawing(page).getByRole('checkbox', { name: 'Pause the animation' });
  await pause.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => stateOf(page)).toEqual(['paused']);
  await page.keyboard.press('Space');
  await expect.poll(() => stateOf(page)).toEqual(['running']);
});

test('for readers who want less motion nothing moves, and arrows say where values go', async () => {
  const page = await visit('residual/', { reducedMotion: 'reduce' });
  await drawing(page).scrollIntoViewIfNeeded();
  expect(await drawing(page).locator('.value.shortcut').isVisible()).toBe(false);
  expect(await drawing(page).locator('.flow-switch').isVisible()).toBe(false);
  expect(await drawing(page).locator('.residual-block .arrow').count()).toBe(3);
});
