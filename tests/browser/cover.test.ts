import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import recording from '../../content/runs/copying.json';
import { visit } from './reader.ts';

const { moments, settings } = recording;
const last = moments.length - 1;
const hero = (page: Page) => page.locator('[data-copying]');
const moment = (page: Page) =>
  hero(page).evaluate((figure) => Number(figure.style.getPropertyValue('--at')));
const errorOf = (page: Page, kind: string) =>
  hero(page).locator(`[data-error="${kind}"]`).innerText();
const atEnd = `training step ${settings.steps} of ${settings.steps}`;

/** Both stacks' errors at the end: a mush, and a copy. */
async function expectEnd(page: Page) {
  expect(await hero(page).innerText()).toContain(atEnd);
  expect(await errorOf(page, 'plain')).toBe('36 %');
  expect(await errorOf(page, 'residual')).toBe('< 0.1 %');
}

test('the recorded run is wound back and plays to its end by itself, once', async () => {
  const page = await visit('', { reducedMotion: 'no-preference' });
  await expectEnd(page);
  await expect.poll(() => moment(page), { interval: 20 }).toBe(0);
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('button', { name: 'Replay' }).waitFor();
  expect(await moment(page)).toBe(last);
  await expectEnd(page);
  expect(await hero(page).getByRole('status').innerText()).toBe(
    'Training step 150: the plain stack has an error of 36 %, the residual stack of < 0.1 %.',
  );
});

test('a reader can move through the run by keyboard, which then waits for them', async () => {
  const page = await visit('', { reducedMotion: 'no-preference' });
  const slider = hero(page).getByRole('slider', { name: 'Moment of the recorded run' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => moment(page)).toBe(0);
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Training step 1: the plain stack/);
  expect(await hero(page).innerText()).toContain('training step 1 of 150');
  const play = hero(page).getByRole('button', { name: 'Play' });
  await play.click();
  await hero(page).getByRole('button', { name: 'Pause' }).click();
  await play.waitFor();
  await hero(page).and(page.locator(':not([data-playing])')).waitFor();
});

test('for readers who want less motion the end stands still and a button steps', async () => {
  const page = await visit('', { reducedMotion: 'reduce' });
  const step = hero(page).getByRole('button', { name: 'Next step' });
  await step.waitFor();
  await expectEnd(page);
  await step.focus();
  for (const at of [0, 1]) {
    await page.keyboard.press('Enter');
    expect(await moment(page)).toBe(at);
    expect(await hero(page).innerText()).toContain(`training step ${moments[at]!} of`);
  }
  expect(await hero(page).and(page.locator('[data-playing]')).count()).toBe(0);
});

test('without JavaScript, and on paper, the cover shows how the run ended, and no controls', async () => {
  for (const options of [{ javaScriptEnabled: false }, {}]) {
    const page = await visit('', options);
    if (!('javaScriptEnabled' in options)) await page.emulateMedia({ media: 'print' });
    expect(await hero(page).getByRole('button').count()).toBe(0);
    expect(await hero(page).getByRole('slider').count()).toBe(0);
    await expectEnd(page);
    for (const frame of await hero(page).getByRole('img').all()) {
      expect(await frame.isVisible()).toBe(true);
    }
  }
});
