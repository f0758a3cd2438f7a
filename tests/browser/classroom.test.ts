import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { readyFigure, visit } from './reader.ts';

test('headings, exercises and checks copy links that lead to them', async () => {
  const page = await visit('batchnorm/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const links = page.locator('.heading-link');
  const hashes = await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).hash));
  expect(hashes).toContain('#exercise-batchnorm-by-hand');
  expect(hashes.filter((hash) => hash.startsWith('#check-')).length).toBe(3);

  const first = links.first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Link copied.', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    new URL(hashes[0]!, page.url()).href,
  );
  const { width, height } = (await first.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);

  // Far down, below figures that wake on the way.
  const last = '#exercise-diagnose-a-run';
  const opened = await visit(`batchnorm/${last}`);
  await opened.locator(`${last}[data-ready]`).waitFor();
  const top = () => opened.locator(last).evaluate((one) => one.getBoundingClientRect().top);
  await expect.poll(top).toBeGreaterThanOrEqual(0);
  await expect.poll(top).toBeLessThan(200);
});

test('a class link hides what it says, on the next page too, until the class’s view is left', async () => {
  const page = await visit('class/');
  await page.getByLabel('A lesson or a figure').selectOption({ label: 'The Degradation Problem' });
  for (const name of [/^Solutions/, /^Hints/, /^Answers to quick checks/, /^Controls/])
    await page.getByLabel(name).check();
  await page.getByLabel(/^Title/).fill('Week 3');
  expect(await examine(page)).toEqual([]);
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  expect(link).toMatch(/degradation\/\?class=solutions\.hints\.answers\.controls~Week\+3$/);
  await page.getByRole('button', { name: 'Show the code large' }).click();
  await page
    .getByRole('dialog')
    .getByRole('img', { name: `QR code of ${link}` })
    .waitFor();

  await page.goto(link);
  const notice = page.getByRole('complementary', { name: 'The view of a class' });
  expect(await notice.innerText()).toMatch(/^Week 3 Your teacher has hidden: solutions/);
  const check = page.locator('.quick-check').first();
  await check.locator('button.check-choice').first().click();
  expect(await check.locator('.check-reason:visible').count()).toBe(0);
  await check.getByRole('button', { name: 'Show the answer' }).click();
  expect(await check.locator('.check-reason:visible').innerText()).toMatch(/^Not quite/);
  expect(await examine(page)).toEqual([]);

  // With no model answer to compare with, a text is judged by its list alone.
  const reflection = page.locator('#exercise-explain-degradation');
  await reflection.scrollIntoViewIfNeeded();
  await page.locator('#exercise-explain-degradation[data-ready]').waitFor();
  const rubric = reflection.getByRole('group', { name: /^Read your text once more/ });
  await reflection.getByRole('textbox').fill('Too short.');
  expect(await reflection.getByText('2 words.').innerText()).toBe('2 words.');
  expect(await rubric.isVisible()).toBe(false);
  await reflection.getByRole('textbox').fill('It does worse. '.repeat(20));
  await rubric.waitFor();

  await page.locator('a[rel="next"]').click();
  await page.waitForURL('**/residual/');
  await page.goto(new URL('../block/', page.url()).href);
  const exercise = page.locator('[data-exercise="residual-block"]');
  await exercise.scrollIntoViewIfNeeded();
  await page.locator('[data-exercise="residual-block"][data-ready]').waitFor();
  const helps = exercise.locator(':is(.solution, .solution-asks, .hints, .hint):visible');
  expect(await helps.count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await helps.count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Leave the class’s view' }).click();
  expect(await exercise.getByRole('button', { name: 'Show a hint' }).isVisible()).toBe(true);
  await page.reload();
  expect(await notice.count()).toBe(0);
});

test('the room is asked, counted by keys and told the answer; a phone shows a choice to hold up', async () => {
  const page = await visit('class/');
  await page.getByLabel('Show “Ask the room” at every question').check();
  await page.goto(new URL('../degradation/', page.url()).href);
  const button = page.locator('.quick-check .ask-room').first();
  const room = page.getByRole('dialog', { name: 'Ask the room' });
  await button.click();
  await room.waitFor();
  for (const key of ['a', 'b', 'b', 'c', 'Shift+C']) await page.keyboard.press(key);
  const counts = () =>
    room
      .getByRole('spinbutton')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(await counts()).toEqual(['1', '2', '0']);
  await room.getByLabel('Votes for C').fill('7');
  await page.keyboard.press('Enter');
  await room.getByText('B is right.').waitFor();
  expect(await room.evaluate((one) => one.scrollHeight <= one.clientHeight)).toBe(true);
  expect(await examine(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await button.click();
  await room.waitFor();
  expect(await counts()).toEqual(['1', '2', '7']);
  const label = await room.getByRole('img', { name: /^QR code/ }).getAttribute('aria-label');
  await page.keyboard.press('Escape');

  const lab = await readyFigure(page, 'degradation-lab');
  await lab.getByRole('button', { name: 'Ask the room' }).click();
  await room.getByText('Which ends with the highest training error?').waitFor();
  for (const key of ['b', 'b', 'd', 'a', 'a', 'a']) await page.keyboard.press(key);
  await room.getByRole('button', { name: 'Predict A, B, D, C, by votes' }).click();
  await lab.getByText(/^(As you|Not as you) predicted\.$/).waitFor();

  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(label!.replace('QR code of ', ''));
  const choice = page.getByRole('button', { name: /^B, triangle:/ });
  await choice.waitFor();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  expect(await examine(page)).toEqual([]);
  await choice.click();
  const card = page.getByRole('dialog', { name: 'Your answer: B, triangle' });
  await card.getByText('Hold your phone up').waitFor();
  expect(await examine(page)).toEqual([]);
  await card.getByRole('button', { name: 'Change my answer' }).click();
  await page.getByRole('button', { name: /^A, circle:/ }).click();
  await page.getByRole('dialog', { name: 'Your answer: A, circle' }).waitFor();
});
