import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { widgetNames } from '../../src/widgets.ts';
import { figuresOfLessons } from '../../scripts/site/placedFigures.ts';
import { readyFigure, visit, visitGallery } from './reader.ts';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** What a thumb cannot use, and what is cut off. */
const misfits = (figure: Locator) =>
  figure.locator('.figure-frame').evaluate((frame) => {
    const { right } = frame.getBoundingClientRect();
    const shown = (selector: string) =>
      [...frame.querySelectorAll(selector)].filter(
        (element) => element.checkVisibility() && !element.closest('.visually-hidden'),
      );
    const text = (element: Element) => element.outerHTML.slice(0, 80);
    return {
      small: shown('button, select, summary, input:not([type=checkbox], [type=radio]), .choice')
        .filter((control) => {
          const { width, height } = control.getBoundingClientRect();
          return Math.min(width, height) < 44;
        })
        .map(text),
      // Wide tables scroll in a box of their own.
      wide: shown(':not(.table-holder *)')
        .filter((element) => element.getBoundingClientRect().right > right)
        .map(text),
      cutOff: shown('svg text')
        .filter((label) => {
          const box = label.getBoundingClientRect();
          const drawing = label.closest('svg')?.getBoundingClientRect() as DOMRect;
          return box.left < drawing.left - 1 || box.right > drawing.right + 1;
        })
        .map(text),
    };
  });
const none = { small: [], wide: [], cutOff: [] };

test.each(figuresOfLessons)(
  'a thumb can use the figures of $lesson, and nothing is cut off',
  async ({ lesson, names }) => {
    const page = await visit(lesson, phone);
    for (const name of names) {
      const figure = await readyFigure(page, name);
      await expect.poll(() => misfits(figure), { message: name }).toEqual(none);
    }
  },
);

test.each(widgetNames)('nor in any other state of %s', async (name) => {
  for (const { state, figure } of await visitGallery(name, phone)) {
    await expect.poll(() => misfits(figure), { message: state }).toEqual(none);
  }
});
