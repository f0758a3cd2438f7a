import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { figuresOfLessons } from '../../scripts/site/placedFigures.ts';
import { tabTo } from './byKeyboard.ts';
import { waitForAnswer } from './classifierPage.ts';
import { exerciseFile, readyEditor } from './exercise.ts';
import { readyFigure, visit, waitForPhase } from './reader.ts';

/** What a reader can change or read further in: of radio buttons and tabs, the chosen one stands for all. */
const stops = [
  'button:enabled:not([role=tab])',
  'input:enabled:not([type=radio])',
  'input[type=radio]:checked',
  '[role=tab][aria-selected=true]',
  'select:enabled',
  'summary',
  'a[href]',
  '[tabindex="0"]',
].join();

test.each(figuresOfLessons)(
  'Tab reaches all that the figures of $lesson offer, and shows where',
  async ({ lesson, names }) => {
    const page = await visit(lesson);
    for (const name of names) await expectStops(page, await readyFigure(page, name));
  },
);

async function expectStops(page: Page, figure: Locator): Promise<void> {
  const frame = figure.locator('.figure-frame');
  const expected = await frame.evaluate((element, selector) => {
    const shown = [...element.querySelectorAll<HTMLElement>(selector)].filter(
      (one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }),
    );
    shown.forEach((one, index) => (one.dataset['stop'] = String(index)));
    // The walk starts just before the figure.
    element.tabIndex = -1;
    element.focus();
    return shown.map((one) => one.outerHTML.slice(0, 80));
  }, stops);
  expect(expected.length).toBeGreaterThan(0);
  const reached: number[] = [];
  for (let press = 0; press < expected.length; press++) {
    await page.keyboard.press('Tab');
    const stop = await frame.evaluate((element) => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return {
        index: element.contains(focused) ? Number(focused.dataset['stop']) : -1,
        isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        html: focused.outerHTML.slice(0, 80),
      };
    });
    expect(stop.isSeen, stop.html).toBe(true);
    reached.push(stop.index);
  }
  expect(expected.filter((_, index) => !reached.includes(index))).toEqual([]);
}

test('the lab is predicted, trained, read and put on the full screen by keyboard alone', async () => {
  const page = await visit(
    'degradation/?preset=tiny&depths=8-8&kinds=residual&steps=400#degradation-lab',
  );
  const lab = await readyFigure(page, 'degradation-lab');
  const { keyboard } = page;
  const button = (name: string) => lab.getByRole('button', { name, exact: true });
  await tabTo(page, lab.getByRole('combobox', { name: 'Size' }));
  await tabTo(page, button('Train'));
  await tabTo(page, button('plain-20'));
  await keyboard.press('Enter');
  for (const name of ['plain-56', 'residual-20']) {
    await tabTo(page, button(name));
    await keyboard.press('Space');
  }
  await lab.getByText(/^(As you|Not as you) predicted\.$/).waitFor();

  await tabTo(page, button('Train'), 'Shift+Tab');
  await keyboard.press('Enter');
  await waitForPhase(lab, 'training');
  await tabTo(page, button('Pause'));
  await keyboard.press('Enter');
  await waitForPhase(lab, 'paused');
  await tabTo(page, button('Stop'));
  await keyboard.press('Space');
  await waitForPhase(lab, 'done');
  await tabTo(page, lab.getByText('Data table'));
  await keyboard.press('Enter');
  await lab.getByRole('cell').first().waitFor();

  await tabTo(page, button('Full screen'), 'Shift+Tab');
  await keyboard.press('Enter');
  await button('Leave full screen').waitFor();
  await keyboard.press('Enter');
  await button('Full screen').waitFor();
  expect(await button('Full screen').evaluate((one) => one.matches(':focus'))).toBe(true);
});

test('the classifier answers, and loses a block, by keyboard alone', async () => {
  const page = await visit('resnet34/#classifier');
  const figure = await readyFigure(page, 'classifier');
  await tabTo(page, figure.getByRole('button', { name: 'a tabby cat' }));
  await page.keyboard.press('Enter');
  await waitForAnswer(figure);
  expect(await figure.locator('[data-guess]').count()).toBe(5);
  // One stop for the whole drawing; arrows lead through its parts.
  await tabTo(page, figure.locator('[data-block="stem"]'));
  const block = figure.locator('[data-block="0.0"]');
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowRight');
      return block.evaluate((one) => one.matches(':focus'));
    })
    .toBe(true);
  await tabTo(page, figure.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  await figure
    .locator('[data-takeaway]')
    .filter({ hasText: 'With 1 of 16 blocks changed' })
    .waitFor();
});

test('an exercise is answered, checked, mended and solved by keyboard alone', async () => {
  // A scroll that is still under way when the keyboard moves on would carry the page past it.
  const page = await visit('block/#exercise-residual-block', { reducedMotion: 'reduce' });
  const { exercise, code, button, checked } = await readyEditor(page, 'residual-block');
  await tabTo(page, code);
  const line = exercise.locator('.cm-activeLine');
  const bar = exercise.locator('.workbench-bar');
  const edge = (one: typeof line, side: 'top' | 'bottom') =>
    one.evaluate((element, at) => element.getBoundingClientRect()[at], side);
  // To the window's edge, under the bar.
  await line.evaluate((element) =>
    scrollBy({ top: element.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' }),
  );
  expect(await edge(line, 'bottom')).toBeGreaterThan(await edge(bar, 'top'));
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(async () => (await edge(bar, 'top')) - (await edge(line, 'bottom')))
    .toBeGreaterThanOrEqual(0);
  const write = async (program: string) => {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(program);
    // The editor says how it is left.
    await page.keyboard.press('Escape');
  };
  const solution = exerciseFile('residual-block', 'solution.py');
  await write(solution.replace('out + identity', 'out'));
  await tabTo(page, button('Check'));
  await page.keyboard.press('Enter');
  const verdicts = await checked();
  await verdicts.locator('[data-verdict="fail"]').first().waitFor();
  await tabTo(page, code, 'Shift+Tab');
  await write(solution);
  await tabTo(page, button('Check'));
  await page.keyboard.press('Enter');
  await exercise.locator('.exercise-solved').waitFor();
});
