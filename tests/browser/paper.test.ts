import { expect, test } from 'vitest';
import { readyFigure, visit } from './reader.ts';

test('a lesson prints its figures as they are set, all of them drawn', async () => {
  const page = await visit('residual/');
  const figure = await readyFigure(page, 'block-machine');
  const set = figure.locator('.takeaway', {
    hasText: 'The plain block outputs nothing but zeros',
  });
  await figure.locator('.controls input[type=range]').first().fill('0');
  await set.waitFor();

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print this lesson' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('figure[data-widget]:not([data-ready])').count()).toBe(0);
  expect(await set.isVisible()).toBe(true);
  expect(await figure.locator('.controls').filter({ visible: true }).count()).toBe(0);
  expect(await figure.locator('button').filter({ visible: true }).count()).toBe(0);
});

test('the whole chapter prints with every figure drawn, within the page, on white', async () => {
  const page = await visit('print/', { colorScheme: 'dark' });
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print or save as PDF' }).click();
  await page.locator('body[data-printed]').waitFor();
  expect(await page.locator('figure[data-ready]').count()).toBeGreaterThan(15);
  expect(await page.locator('figure[data-asleep]').count()).toBe(0);

  // The width that A4 leaves between its margins.
  await page.setViewportSize({ width: 672, height: 970 });
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => ({
    wide: [...document.querySelectorAll('main :is(p, pre, table, svg, figure, .katex-display)')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120)),
    // Words of the river and photographs are what their figures show, and buttons besides.
    pressed: [
      ...document.querySelectorAll('button:not([role="radio"], .sample), .top-bar, .figure-bar'),
    ]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => one.outerHTML.slice(0, 120)),
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  expect(found).toEqual({ wide: [], pressed: [], paper: 'rgb(253, 252, 249)' });
});

test('a handout shows one lesson, with answers when asked, unless a class link hides them', async () => {
  const page = await visit('handout/?lesson=resnet34');
  const shown = page.locator('[data-handout]:visible');
  const [checks, solutions] = ['check', 'solution'].map((kind) =>
    shown.locator(`[data-answer="${kind}"]`).filter({ visible: true }),
  );
  expect(await shown.count()).toBe(1);
  await shown.getByRole('heading', { name: 'ResNet-34', exact: true }).waitFor();
  expect((await checks!.count()) + (await solutions!.count())).toBe(0);
  expect(await shown.locator('.paper-lines').first().isVisible()).toBe(true);
  const title = page.locator('h1').filter({ visible: true });
  expect(await title.allInnerTexts()).toEqual(['Handouts']);
  await page.emulateMedia({ media: 'print' });
  expect(await title.allInnerTexts()).toEqual(['Questions and exercises']);
  await page.emulateMedia({ media: 'screen' });

  await page.getByLabel('Questions and answers').check();
  await solutions!.first().waitFor();
  expect(await checks!.count()).toBeGreaterThan(5);
  expect(await solutions!.count()).toBe(4);

  await page.goto(page.url() + '&class=solutions');
  await page.getByLabel('Questions and answers').check();
  await page.getByText('It hides, it does not protect').waitFor();
  expect(await solutions!.count()).toBe(0);
  expect(await checks!.count()).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Leave the class’s view' }).click();
  await solutions!.first().waitFor();
});
