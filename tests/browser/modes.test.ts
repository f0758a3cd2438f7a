import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { figures, figuresOfLessons } from '../../scripts/site/placedFigures.ts';
import { sitePages } from '../../src/pages/site.ts';
import { readyFigure, visit } from './reader.ts';

const go = (page: Page, path: string) => page.goto(new URL(path, inject('siteUrl')).href);

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('on a phone and at 400 % every page scrolls one way; at 400 % nothing keeps the window for itself', async () => {
  const page = await visit('');
  for (const { path } of sitePages) {
    await page.setViewportSize({ width: 360, height: 740 });
    await go(page, path);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);

    // 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    const kept = await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      const isKept = (element: Element) =>
        ['sticky', 'fixed'].includes(getComputedStyle(element).position) &&
        element.getBoundingClientRect().height > 0;
      return [...document.querySelectorAll('body *')].filter(isKept).map((one) => one.className);
    });
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
    expect(kept, path).toEqual([]);
  }
});

/** Marks of the figures, by their style sheets, that carry what a figure says. */
const marks =
  '.curve path, .curve circle, .bars rect, .pair-bars rect, .of-gradient, .bins path, .bins rect, .river > path, .residual-block :is(.way, .part > rect), .strip-line, .strip-arch, .slab > *, .network-strip .bar, .entry circle, .matrix .part';

test('with forced colours marks and what is chosen are seen; with less motion nothing moves by itself', async () => {
  const page = await visit('', { forcedColors: 'active', reducedMotion: 'reduce' });
  const found = new Set<string>();
  for (const { lesson, names } of figuresOfLessons) {
    await go(page, lesson);
    for (const name of names) {
      const figure = await readyFigure(page, name);
      if ((await figure.locator(`:is(${marks})`).count()) > 0) found.add(name);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(findLost, marks), `${lesson} ${colorScheme}`).toEqual([]);
    }
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ effect }) => (effect as KeyframeEffect).target?.className),
    );
    expect(moving, lesson).toEqual([]);
  }
  expect(figures.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
});

/** Marks that hardly differ from the paper, and chosen buttons that look like the others. */
function findLost(selector: string): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const luminance = (colour: string) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    if (alpha < 128) return null;
    const [r, g, b] = [red, green, blue].map((value) => (value / 255) ** 2.2) as [
      number,
      number,
      number,
    ];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor)!;
  const isSeen = (colour: string) => {
    const light = luminance(colour);
    if (light === null) return false;
    const [less, more] = [Math.min(light, paper), Math.max(light, paper)];
    return (more + 0.05) / (less + 0.05) > 2.5;
  };
  const name = (element: Element) =>
    `${element.closest('figure')?.dataset['widget']} ${element.outerHTML.slice(0, 90)}`;
  const lost = [...document.querySelectorAll(`figure :is(${selector})`)].filter((element) => {
    const { fill, stroke, backgroundColor, visibility } = getComputedStyle(element);
    const isDrawn = visibility === 'visible' && element.getBoundingClientRect().height > 0;
    return isDrawn && ![fill, stroke, backgroundColor].some((colour) => isSeen(colour));
  });
  const chosen = document.querySelectorAll(
    '.figure-frame :is(.buttons, [role="tablist"]) > :is([aria-pressed="true"], [aria-selected="true"])',
  );
  const unmarked = [...chosen].filter(
    (button) => !isSeen(getComputedStyle(button).backgroundColor),
  );
  return [...lost, ...unmarked].map(name);
}

test('on paper folds are open, figures whole, and nothing is left to press', async () => {
  const page = await visit('degradation/', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  for (const hint of await page.locator('.hint > p, .solution > p').all())
    expect(await hint.isVisible()).toBe(true);
  expect(await page.locator('.hint').count()).toBeGreaterThan(1);
  for (const gone of ['.top-bar', '.figure-bar', '.tools', '.section-fold', '.way-on'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  const figure = page.locator('figure[data-widget]').first();
  expect(await figure.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe('rgb(253, 252, 249)');
});
