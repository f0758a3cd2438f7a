import { expect, test } from 'vitest';
import { figures } from '../../scripts/site/placedFigures.ts';
import { readyFigure, visit } from './reader.ts';

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

test.each(figures)(
  'Tab reaches all that $name offers, and shows where',
  async ({ name, lesson }) => {
    const page = await visit(lesson);
    const frame = (await readyFigure(page, name)).locator('.figure-frame');
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
  },
);

test('a figure is set, run and read by keyboard alone', async () => {
  const page = await visit('batchnorm/');
  const figure = await readyFigure(page, 'layer-histogram');
  await figure.getByLabel('Scale γ').focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await figure.getByRole('button', { name: 'Run' }).focus();
  await page.keyboard.press('Enter');
  await figure
    .locator('[data-takeaway]')
    .filter({ hasText: /standard deviation 2\.00 \(γ is 2\.0, β is 0\.0\)/ })
    .waitFor();
  await figure.getByText('Data table').focus();
  await page.keyboard.press('Enter');
  await figure.getByRole('cell').first().waitFor();
  expect(await figure.getByRole('row').count()).toBeGreaterThan(10);
});
