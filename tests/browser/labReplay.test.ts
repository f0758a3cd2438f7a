import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { smallText } from './labRun.ts';
import { visitLab } from './reader.ts';

const projector = { width: 1280, height: 720 };
const scrubber = (lab: Locator) => lab.getByRole('slider', { name: 'Step shown' });
const stepOf = async (lab: Locator) => Number(await scrubber(lab).inputValue());
const plain = (lab: Locator) => lab.locator('.depth-card.plain').innerText();

async function look(lab: Locator) {
  await lab.getByRole('button', { name: 'Just show the recording' }).click();
  await lab.getByText('the degradation, in each of 3 seeds').waitFor();
}

/** Waits until the replay has moved on from a step. */
async function waitForMove(lab: Locator, from: number) {
  await expect.poll(() => stepOf(lab)).not.toBe(from);
  return stepOf(lab);
}

test('the recording is replayed, and curves, numbers and verdict follow the step', async () => {
  const { lab } = await visitLab('');
  await look(lab);
  expect(await stepOf(lab)).toBe(5000);
  expect(await plain(lab)).toContain('+31');
  await lab.getByRole('button', { name: 'Replay in 40 s' }).click();
  const first = await waitForMove(lab, 5000);
  expect(first).toBeLessThan(2500);
  await waitForMove(lab, first);
  await lab.getByRole('button', { name: 'Pause replay' }).click();
  await lab.getByRole('button', { name: 'Continue replay' }).waitFor();

  await scrubber(lab).fill('600');
  expect(await plain(lab)).toMatch(/worse so far, in each of 3 seeds/);
  expect(await lab.locator('[data-takeaway]').innerText()).toMatch(
    /^So far, after 600 steps.*too few steps to call it the degradation/,
  );
  await lab.getByRole('img', { name: /^Gradient norm of each block, after step 500/ }).waitFor();
  await scrubber(lab).press('ArrowRight');
  expect(await stepOf(lab)).toBe(610);
  await scrubber(lab).press('End');
  expect(await plain(lab)).toMatch(/the degradation/);
  await lab.getByRole('button', { name: 'Replay in 40 s' }).waitFor();
});

test('a replay that is scrolled off the screen waits', async () => {
  const { page, lab } = await visitLab('');
  await look(lab);
  await lab.getByRole('button', { name: 'Replay in 40 s' }).click();
  await waitForMove(lab, 5000);
  await page.evaluate(() => scrollTo(0, 0));
  // Once it stands still it has been noticed.
  const still = async () => {
    const before = await stepOf(lab);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60))),
    );
    return (await stepOf(lab)) === before;
  };
  await expect.poll(still).toBe(true);
  const waited = await stepOf(lab);
  await scrubber(lab).scrollIntoViewIfNeeded();
  expect(await waitForMove(lab, waited)).toBeGreaterThan(waited);
});

test('with reduced motion nothing plays: a press goes on by some steps', async () => {
  const { lab } = await visitLab('', { reducedMotion: 'reduce' });
  await look(lab);
  await lab.getByRole('button', { name: 'Replay by 250 steps' }).click();
  expect(await stepOf(lab)).toBe(250);
  await lab.getByRole('button', { name: 'Next 250 steps' }).click();
  expect(await stepOf(lab)).toBe(500);
});

test('the large chart and all that is said of it show the test error instead; a phone shows one small chart', async () => {
  const { page, lab } = await visitLab('');
  await look(lab);
  const large = lab.locator('.error-chart');
  await large.getByText('each point: mean of 100 steps').waitFor();
  await lab.getByLabel('Smoothing').selectOption('400 steps');
  await large.getByText('each point: mean of 400 steps').waitFor();
  // The recording has no finer numbers than these.
  await lab.getByLabel('Smoothing').selectOption('none');
  await large.getByText('each point: mean of 20 steps').waitFor();
  await lab.getByRole('checkbox', { name: 'test error' }).check();
  await large.getByRole('img', { name: /^Test error/ }).waitFor();
  expect(await large.locator('.cut').count()).toBe(1);
  await lab.getByRole('checkbox', { name: 'log axis' }).check();
  expect(await large.locator('.cut').count()).toBe(0);

  await lab.getByText('What depth does to the test error').waitFor();
  expect(await plain(lab)).toMatch(
    /^20\s+56\s+plain\s+\+34 points\s+43.% → 77.%\s+worse, in each of 3 seeds$/,
  );
  expect(await large.locator('.bracket').first().textContent()).toBe('+34 points');
  expect(await lab.locator('[data-takeaway]').innerText()).toMatch(
    /plain-56 has 77.% test error, 34 points worse than .* only the training error can tell\.$/,
  );

  await page.setViewportSize({ width: 390, height: 844 });
  const shown = lab.locator('.multiples .chart').filter({ visible: true });
  const choice = lab.getByRole('group', { name: 'Also measured' });
  expect(await shown.locator('.chart-title').allInnerTexts()).toEqual(['Training error']);
  const height = async () => (await lab.boundingBox())!.height;
  const before = await height();
  await choice.getByRole('button', { name: 'Gradients' }).press('Enter');
  await shown.getByText(/^Gradient norm of each block/).waitFor();
  expect(await shown.count()).toBe(1);
  expect(await height()).toBe(before);
});

async function openFullScreen(page: Page, lab: Locator) {
  await page.setViewportSize(projector);
  await lab.getByRole('button', { name: 'Full screen' }).click();
  await lab.getByRole('button', { name: 'Leave full screen' }).waitFor();
}

test('the room sees one chart with large type, the stacks and two numbers; space plays and pauses', async () => {
  const { page, lab } = await visitLab('');
  await look(lab);
  await openFullScreen(page, lab);
  await expect.poll(() => smallText(lab)).toEqual([]);
  const shown = (selector: string) => lab.locator(selector).filter({ visible: true }).count();
  expect(await shown('.chart svg[role=img]')).toBe(1);
  expect(await shown('.network-stack')).toBe(4);
  expect(await lab.locator('.depth-card .points').allInnerTexts()).toEqual([
    ...['+31 points', '−1 point'],
  ]);
  await page.keyboard.press('Space');
  const first = await waitForMove(lab, 5000);
  await waitForMove(lab, first);
  await page.keyboard.press('Space');
  await lab.getByRole('button', { name: 'Continue replay' }).waitFor();
  // Full screen has not been left by the button that was clicked last.
  expect(await lab.getByRole('button', { name: 'Leave full screen' }).count()).toBe(1);
  // Nor does space play while somebody types.
  await lab.getByText('Set up your own').click();
  await lab.getByLabel('Seed', { exact: true }).press('Space');
  await lab.getByText('Set up your own').click();
  expect(await lab.getByRole('button', { name: 'Continue replay' }).count()).toBe(1);
});
