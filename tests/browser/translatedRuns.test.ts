import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { readNames, waitForAnswer } from './classifierPage.ts';
import { readyFigure, waitForPhase } from './reader.ts';
import { openForTranslator, untranslated } from './translator.ts';

/** A translator that stays, and translates what is new again and again, with time for the page in between. */
const stay = '(function again() { translate(); setTimeout(again, 100); })()';

const press = (figure: Locator, name: RegExp) => figure.getByRole('button', { name }).click();
const said = async (place: Locator) => untranslated(await place.innerText());

test('on a translated page the lab trains, and says the step it is at', async () => {
  const { page, faults } = await openForTranslator('degradation/?preset=tiny&depths=8-14&steps=12');
  await page.evaluate(stay);
  const lab = await readyFigure(page, 'degradation-lab');
  await press(lab, /^⟦Train⟧$/);
  await waitForPhase(lab, 'done');
  await expect.poll(() => said(lab)).toMatch(/Finished 12 steps/);
  await press(lab, /Reset/);
  await waitForPhase(lab, 'idle');

  // A figure with its own worker, stopped on its way, which is long with so many blocks.
  const copy = await readyFigure(page, 'learn-to-copy');
  await copy.getByRole('slider').first().press('End');
  await press(copy, /^⟦Train⟧$/);
  await waitForPhase(copy, 'running');
  await press(copy, /Stop/);
  await waitForPhase(copy, 'done');
  const status = copy.locator('[data-status]');
  await expect.poll(() => said(status)).toMatch(/^Stopped at training step \d+ of 150/);
  expect(faults).toEqual([]);
});

test('on a translated page the classifier answers one picture after the other', async () => {
  const { page, faults } = await openForTranslator('resnet34/');
  await page.evaluate(stay);
  const figure = await readyFigure(page, 'classifier');
  for (const [sample, answer] of [
    [/a cup of espresso/, 'espresso'],
    [/a rocket at its launch/, 'obelisk'],
    [/a tabby cat/, 'Egyptian cat'],
  ] as const) {
    await press(figure, sample);
    await waitForAnswer(figure);
    await expect.poll(() => readNames(figure)).toContain(answer);
    const [first = ''] = await readNames(figure);
    await expect.poll(() => said(figure.locator('[data-takeaway]'))).toContain(first);
  }
  await press(figure, /Reset/);
  await expect
    .poll(() => said(figure.locator('[data-takeaway]')))
    .toMatch(/^Choose a picture to see/);
  expect(faults).toEqual([]);
});
