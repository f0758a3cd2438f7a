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

test('a button moves the values one part on for them, by keyboard, too, and begins again after y', async () => {
  const page = await visit('residual/', { reducedMotion: 'reduce' });
  const frame = page.locator('.flow-frame').first();
  const button = frame.getByRole('button', { name: 'Move x one part on' });
  const shown = () =>
    frame
      .locator('.value')
      .evaluateAll((values) =>
        values
          .filter((value) => getComputedStyle(value).visibility === 'visible')
          .map((value) => value.classList.item(value.classList.length - 1)),
      );
  const places = new Set<string>();
  const around = ['branch', 'shortcut'];
  // x; the ways to conv, ReLU, conv and ⊕; the ways to the ReLU and to y.
  for (const expected of [['in'], around, around, around, around, ['out'], ['out'], ['in']]) {
    await button.press('Enter');
    expect(await shown()).toEqual(expected);
    const { x, y } = (await frame.locator(`.value.${expected[0]}`).boundingBox())!;
    places.add(`${expected[0]} ${Math.round(x)} ${Math.round(y)}`);
  }
  // Nowhere twice, but at x.
  expect(places.size).toBe(7);
});
