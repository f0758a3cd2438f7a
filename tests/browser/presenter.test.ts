import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

const screen = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
const isAt = (page: Page, id: string) => expect.poll(() => screen(page)).toBe(id);
const presented = (page: Page) => page.locator('html[data-presenting]').waitFor();

/** What is cut off or scrolls on the screen, apart from an editor's program; is too small in a figure; is not the lesson's. */
const missed = (page: Page) =>
  page.locator('.lesson').evaluate((lesson) => {
    const scrolls = [lesson, ...lesson.querySelectorAll('[data-on] *')].filter(
      (element) =>
        (element === lesson || /auto|scroll/.test(getComputedStyle(element).overflowY)) &&
        element.checkVisibility() &&
        element.scrollHeight > element.clientHeight + 1 &&
        !element.closest('.editor-stand-in, .editor'),
    );
    const words = 'button, select, summary, label, .takeaway, .prediction > p';
    const small = [...lesson.querySelectorAll(`figure[data-on] :is(${words})`)].filter(
      (element) =>
        element.checkVisibility() &&
        parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom < 23.9,
    );
    const beside = [...document.querySelectorAll('main > :not(.lesson)')].filter((element) =>
      element.checkVisibility(),
    );
    return [...scrolls, ...small, ...beside].map(({ outerHTML }) => outerHTML.slice(0, 80));
  });

/** The mirror is the audience's page, which is examined by itself. */
const violationsOf = (page: Page) => examine(page, { exclude: 'iframe' });

test('a lesson is presented by keys, keeps its place, and nothing on its screens scrolls', async () => {
  const page = await visit('degradation/');
  await page.keyboard.press('p');
  await presented(page);
  await isAt(page, 'start');
  const count = Number((await page.locator('.present-number').innerText()).split(' of ')[1]);
  expect(count).toBeGreaterThan(20);
  for (let index = 1; index < count; index++) {
    const before = await screen(page);
    await page.keyboard.press('PageDown');
    expect(await screen(page)).not.toBe(before);
    await expect.poll(() => missed(page), { message: await screen(page) }).toEqual([]);
  }
  await page.keyboard.press('Home');
  await isAt(page, 'start');
  for (const key of ['3', 'Enter']) await page.keyboard.press(key);
  await isAt(page, 'what-ought-to-happen');
  await page.reload();
  await presented(page);
  await isAt(page, 'what-ought-to-happen');
  expect(await page.getByRole('heading', { name: 'What ought to happen' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'Summary' }).isVisible()).toBe(false);

  await page.keyboard.press('b');
  const curtain = page.locator('.present-curtain');
  expect(await curtain.isVisible()).toBe(true);
  await page.keyboard.press('.');
  expect(await curtain.isVisible()).toBe(false);
  expect(await violationsOf(page)).toEqual([]);

  await page.keyboard.press('End');
  await page.keyboard.press(' ');
  await page.waitForURL('**/residual/?present#start');
  await presented(page);
  await page.keyboard.press('Escape');
  await page.waitForURL('**/residual/#*');
  await page.getByRole('heading', { name: 'Summary' }).waitFor();
});

test('the presenter’s window steers the audience’s and follows it, and either can be opened again', async () => {
  const audience = await visit('degradation/?present#degradation-evidence');
  await presented(audience);
  const opened = audience.waitForEvent('popup');
  await audience.keyboard.press('n');
  const presenter = await opened;
  const current = presenter.locator('[data-list] [aria-current]');
  await current.getByText('How much worse').waitFor();
  expect(await presenter.getByLabel('Notes for this screen').innerText()).toMatch(
    /nobody measured/,
  );
  const mirror = presenter.frameLocator('iframe');
  await mirror.locator('html[data-presenting]').waitFor();

  await presenter.getByRole('button', { name: 'Next', exact: true }).click();
  await isAt(audience, 'degradation-evidence.1');
  await audience.keyboard.press('ArrowLeft');
  await current.getByText('How much worse').waitFor();
  await mirror.locator('#degradation-evidence[data-on]').waitFor();
  expect(await violationsOf(presenter)).toEqual([]);

  await presenter.reload();
  await current.getByText('How much worse').waitFor();
  await presenter.getByRole('button', { name: 'Black' }).click();
  await audience.locator('.present-curtain').waitFor();
  await audience.reload();
  await presented(audience);
  await isAt(audience, 'degradation-evidence');
  await audience.locator('.present-curtain').waitFor();
  await presenter.close();
});
