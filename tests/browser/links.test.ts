import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { readNames, visitClassifier, waitForAnswer } from './classifierPage.ts';
import { readyFigure, visit, visitFigure } from './reader.ts';

/** The link that the reader would paste elsewhere. */
async function copyLink(page: Page, figure: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await figure.getByRole('button', { name: 'Copy link' }).click();
  await figure.getByRole('button', { name: 'Link copied' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const pressed = (figure: Locator, name: string | RegExp) =>
  figure.getByRole('button', { name }).getAttribute('aria-pressed');
const valueOf = (figure: Locator, label: string | RegExp) =>
  figure.getByLabel(label, { exact: true }).inputValue();

interface Case {
  path: string;
  name: string;
  change: (figure: Locator) => Promise<unknown>;
  /** What of the state a reader sees. */
  see: (figure: Locator) => Promise<unknown>;
}

const cases: Case[] = [
  {
    ...{ path: 'degradation/', name: 'learn-to-copy' },
    async change(figure) {
      await figure.getByLabel('Seed').fill('7');
      await figure.getByLabel(/last γ starts at/).selectOption('1');
    },
    see: async (figure) => [
      await valueOf(figure, 'Seed'),
      await valueOf(figure, /last γ starts at/),
    ],
  },
  {
    ...{ path: 'degradation/', name: 'degradation-lab' },
    change: (figure) => figure.getByLabel('Layers, deep').fill('32'),
    see: (figure) => valueOf(figure, 'Layers, deep'),
  },
  {
    ...{ path: 'residual/', name: 'block-machine' },
    async change(figure) {
      await figure.getByLabel('Factor on the branch F').fill('0.35');
      await figure.getByLabel(/^Picture, on the next run/).fill('5');
    },
    see: async (figure) => [
      await valueOf(figure, 'Factor on the branch F'),
      await valueOf(figure, /^Picture, on the next run/),
    ],
  },
  {
    ...{ path: 'block/', name: 'code-and-drawing' },
    async change(figure) {
      await figure.getByRole('tab', { name: /^TypeScript/ }).click();
      await figure.getByRole('button', { name: /^bn2/ }).focus();
    },
    see: async (figure) => [
      await figure.getByRole('tab', { selected: true }).innerText(),
      await pressed(figure, /^bn2/),
    ],
  },
  {
    ...{ path: 'downsampling/', name: 'shape-workshop' },
    async change(figure) {
      await figure.getByRole('button', { name: 'conv2 left as it was' }).click();
      await figure.getByLabel('Height and width').fill('224');
    },
    see: (figure) => figure.locator('[data-error]').innerText(),
  },
  {
    ...{ path: 'batchnorm/', name: 'layer-histogram' },
    async change(figure) {
      await figure.getByLabel('Offset β').fill('-1.3');
      await figure.getByLabel('Pictures a batch').selectOption('2');
    },
    see: async (figure) => [
      await valueOf(figure, 'Offset β'),
      await valueOf(figure, /^Pictures a batch/),
    ],
  },
  {
    ...{ path: 'resnet34/', name: 'lesion-study' },
    change: (figure) => figure.getByLabel('Squares to look at').selectOption('48'),
    see: (figure) => valueOf(figure, /^Squares to look at/),
  },
  {
    ...{ path: 'gradients/', name: 'gradient-thermometer' },
    async change(figure) {
      await figure.getByLabel('Layers').fill('32');
      await figure.getByLabel('Batch norm').uncheck();
    },
    see: async (figure) => [
      await valueOf(figure, 'Layers'),
      await figure.getByLabel('Batch norm').isChecked(),
    ],
  },
  {
    ...{ path: 'gradients/', name: 'paths' },
    change: (figure) => figure.getByRole('button', { name: '110 layers' }).click(),
    see: (figure) => figure.locator('[data-takeaway]').innerText(),
  },
  {
    ...{ path: 'transformers/', name: 'depth-timeline' },
    async change(figure) {
      await figure.getByRole('button', { name: 'Against time' }).click();
      await figure.getByRole('button', { name: 'VGG, 2014' }).click();
    },
    see: async (figure) => [
      await pressed(figure, 'Against time'),
      await figure.locator('[data-card]').innerText(),
    ],
  },
];

test.each(cases)('a link to $name opens it as it was', async ({ path, name, change, see }) => {
  const { page, figure } = await visitFigure(path, name);
  const before = await see(figure);
  await change(figure);
  const state = await see(figure);
  expect(state).not.toEqual(before);
  const link = await copyLink(page, figure);
  expect(link).toMatch(new RegExp(`/${path}\\?.*#${name}$`));

  const opened = await visit(link);
  const again = opened.locator(`figure[data-widget="${name}"][data-ready]`);
  await again.waitFor();
  await expect.poll(() => see(again)).toEqual(state);
  // The browser scrolls to it by itself.
  const isInSight = () =>
    again.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2 && bottom > 0;
    });
  await expect.poll(isInSight).toBe(true);
});

test('a link to one figure leaves the other of its lesson alone', async () => {
  const page = await visit('degradation/?seed=7&blocks=3#learn-to-copy');
  const figure = await readyFigure(page, 'learn-to-copy');
  await expect.poll(() => valueOf(figure, 'Seed')).toBe('7');
  expect(await valueOf(await readyFigure(page, 'degradation-lab'), 'Seed')).toBe('1');
});

test('a link that makes no sense opens the figure as it is', async () => {
  const page = await visit('downsampling/?channels=%00&conv1=1-2&option=Z#shape-workshop');
  const figure = await readyFigure(page, 'shape-workshop');
  expect(await pressed(figure, 'Forgotten projection')).toBe('true');
  const absurd = await visit('downsampling/?channels=99999#shape-workshop');
  await (
    await readyFigure(absurd, 'shape-workshop')
  )
    .getByText('Input: Channels takes a whole number from 1 to 2048.')
    .waitFor();
});

test('a link to the classifier carries the sample and the surgery', async () => {
  const { page, figure } = await visitClassifier();
  await figure.getByRole('button', { name: /a tabby cat/ }).click();
  await waitForAnswer(figure);
  await figure.getByRole('button', { name: /^Stage 1, block 2/ }).click();
  await figure.getByLabel('remove the branch').check();
  await figure.getByText(/^With 1 of 16 blocks changed/).waitFor();
  const names = await readNames(figure);
  const link = await copyLink(page, figure);
  expect(link).toMatch(/\/resnet34\/\?picture=cat&blocks=[\w.]+#classifier$/);

  const opened = await readyFigure(await visit(link), 'classifier');
  await opened.getByText(/^With 1 of 16 blocks changed/).waitFor();
  expect(await readNames(opened)).toEqual(names);
});

test('a picture of the reader’s own is in no link, and the page says so', async () => {
  const { page, figure } = await visitClassifier();
  await figure.locator('input[accept="image/*"]').setInputFiles('tests/browser/pictures/grey.jpg');
  await waitForAnswer(figure);
  expect(await copyLink(page, figure)).toMatch(/\/resnet34\/#classifier$/);
  await figure.getByText('Your own picture cannot be in it').waitFor();
});

test('a link to the large network asks before it fetches 87 MB', async () => {
  const page = await visit('resnet34/?network=imagenet#classifier');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const figure = await readyFigure(page, 'classifier');
  await figure.getByText('The small one answers until you fetch it.').waitFor();
  expect(await figure.getByRole('button', { name: /^Fetch the large network/ }).isVisible()).toBe(
    true,
  );
  expect(asked.filter((url) => !url.startsWith(new URL('..', page.url()).href))).toEqual([]);
});
