import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { widgets } from '../../src/widgets.ts';
import { readNames, visitClassifier, waitForAnswer } from './classifierPage.ts';
import { figures } from '../../scripts/site/placedFigures.ts';
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

/** Moves every control of a figure away from where it is; lists and buttons to their last choice. */
async function moveControls(figure: Locator): Promise<void> {
  const controls = figure.locator('.controls');
  for (const more of await figure.locator('.more:not([open]) > summary').all()) await more.click();
  for (const slider of await controls.locator('input[type=range]').all()) {
    const [value, min, max] = await slider.evaluate((input: HTMLInputElement) => [
      ...[input.value, input.min, input.max],
    ]);
    await slider.fill((value === max ? min : max) as string);
  }
  for (const list of await controls.locator('select').all()) {
    const options = await list
      .locator('option')
      .evaluateAll((all) =>
        (all as HTMLOptionElement[]).filter(({ selected }) => !selected).map(({ value }) => value),
      );
    await list.selectOption(options.at(-1) as string);
  }
  for (const box of await controls.locator('input[type=checkbox]').all()) await box.click();
  for (const group of await controls.locator('.buttons:not([data-presets])').all())
    await group.locator('button[aria-pressed=false]').last().click();
}

const linked = (
  await Promise.all(
    figures.map(async (figure) => {
      const { otherQuery, settings } = (await widgets[figure.name]()).default;
      const fromControls = new URLSearchParams(otherQuery);
      for (const name of [...fromControls.keys()])
        if (!settings?.[name]?.control) fromControls.delete(name);
      return { ...figure, otherQuery, resets: settings !== undefined, fromControls };
    }),
  )
).filter(({ otherQuery }) => otherQuery !== '');

test.each(linked)(
  'a link to $name opens it as it was, and carries what its controls say',
  async (one) => {
    const { name, lesson, otherQuery, resets, fromControls } = one;
    const page = await visit(`${lesson}?${otherQuery}#${name}`);
    const figure = page.locator(`figure[data-widget="${name}"][data-ready]`);
    await figure.waitFor();
    // The browser scrolls to it by itself.
    const isInSight = () =>
      figure.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && top < innerHeight / 2 && bottom > 0;
      });
    await expect.poll(isInSight).toBe(true);
    const link = `/${lesson}?${otherQuery}#${name}`;
    await expect.poll(() => copyLink(page, figure)).toContain(link);

    // The lab's button forgets the run, and the classifier's the picture.
    if (!resets) return;
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => copyLink(page, figure)).not.toContain(otherQuery);

    if (fromControls.size === 0) return;
    await moveControls(figure);
    expect(await copyLink(page, figure)).toContain(`/${lesson}?${fromControls}#${name}`);
  },
);

test('a link to the lab carries the whole experiment, and does not start it', async () => {
  const { page, figure } = await visitFigure('degradation/', 'degradation-lab');
  await figure.getByText('Set up your own').click();
  const numbers = {
    ...{ 'Layers, shallow': '8', 'Layers, deep': '26', Channels: '4', 'Last γ at the start': '0' },
    ...{ Steps: '40', 'Batch size': '32', 'Learning rate': '0.2', 'Warm-up steps': '10' },
    ...{ 'Weight decay': '0.001', 'Side in pixels': '12', 'Training pictures': '2000' },
    ...{ Seed: '6', 'Seeds in a row': '3' },
  };
  const choices = { 'Residual blocks': 'B', Schedule: 'cosine', Engine: 'wasm', Size: 'lecture' };
  const chooser = (figure: Locator, name: string) => figure.getByRole('combobox', { name });
  await chooser(figure, 'Size').selectOption(choices.Size);
  for (const [label, value] of Object.entries(numbers))
    await figure.getByLabel(label, { exact: true }).fill(value);
  for (const [label, value] of Object.entries(choices).slice(0, 3))
    await chooser(figure, label).selectOption(value);
  await figure.getByLabel('Shift and mirror').uncheck();
  await figure.getByLabel('plain', { exact: true }).uncheck();
  const link = await copyLink(page, figure);

  const opened = await visit(link);
  const lab = await readyFigure(opened, 'degradation-lab');
  await lab.getByText(/^Downloads up to/).waitFor();
  await lab.getByText('Set up your own').click();
  for (const [label, value] of Object.entries(numbers))
    expect([label, await valueOf(lab, label)]).toEqual([label, value]);
  for (const [label, value] of Object.entries(choices))
    expect([label, await chooser(lab, label).inputValue()]).toEqual([label, value]);
  const isTicked = (label: string) => lab.getByLabel(label, { exact: true }).isChecked();
  expect(
    await Promise.all(['Shift and mirror', 'Batch norm', 'plain', 'residual'].map(isTicked)),
  ).toEqual([false, true, false, true]);
  expect(await lab.locator('[data-phase="idle"]').count()).toBe(1);
  await expect.poll(() => copyLink(opened, lab)).toBe(link);
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
    .getByText('Input: Channels must be a whole number from 1 to 2048.')
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
  await figure.getByText('It does not include your own picture').waitFor();
});

test('a link to the large network asks before it fetches 87 MB', async () => {
  const page = await visit('resnet34/?network=imagenet#classifier');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const figure = await readyFigure(page, 'classifier');
  await figure.getByText('Until you download it, the small one answers.').waitFor();
  expect(
    await figure.getByRole('button', { name: /^Download the large network/ }).isVisible(),
  ).toBe(true);
  expect(asked.filter((url) => !url.startsWith(new URL('..', page.url()).href))).toEqual([]);
});
