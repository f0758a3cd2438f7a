import { expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import { readyFigure, visit } from './reader.ts';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

const lessons = chapter.lessons.map(({ id }) => id);

test.each(lessons)('a thumb can use every figure of %s, and nothing is cut off', async (lesson) => {
  const page = await visit(`${lesson}/`, phone);
  const names = await page
    .locator('figure[data-widget]')
    .evaluateAll((figures) => figures.map(({ id }) => id));
  for (const name of names) {
    const figure = await readyFigure(page, name);
    const misfits = () =>
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
    await expect.poll(misfits, { message: name }).toEqual({ small: [], wide: [], cutOff: [] });
  }
});
