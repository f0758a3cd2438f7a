import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { widgetNames } from '../../src/widgets.ts';
import { readyFigure, visit, visitFigure, visitGallery, waitForPhase } from './reader.ts';

const projector = { width: 1280, height: 720 };

/** What of a figure on the full screen is not wholly on it, though an audience should see it without scrolling. */
const missed = (figure: Locator) =>
  figure.locator('.figure-frame').evaluate((frame) => {
    if (document.fullscreenElement !== frame) return ['the full screen'];
    // The classifier goes on below, with a second screen.
    const seen = 'h3, .controls, .buttons, label, svg, canvas, table, pre, .takeaway, .provenance';
    const elements = [...frame.querySelectorAll(seen)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('.open-network, .network-menu, .tools, .visually-hidden'),
    );
    const goesOn = frame.querySelector('.open-network') !== null;
    if (!goesOn && frame.scrollHeight > frame.clientHeight) return ['it scrolls'];
    const kinds = ['.figure-head > h3', 'svg, canvas'].map((kind) => frame.querySelector(kind));
    if (kinds.includes(null)) return ['no title or no picture'];
    return elements
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });

/** Gives a state the full screen after another, with no other figure on the page to be laid out. */
const showAlone = (figure: Locator) =>
  figure.evaluate(async (one) => {
    for (const other of document.querySelectorAll<HTMLElement>('figure[data-state]'))
      other.style.display = other === one ? '' : 'none';
    await one.querySelector('.figure-frame')?.requestFullscreen();
  });

test.each(widgetNames)('every state of %s fits a projector of 1280 × 720 whole', async (name) => {
  const states = await visitGallery(name, { viewport: projector });
  const [first] = states;
  await first?.figure.getByRole('button', { name: 'Full screen' }).click();
  for (const { state, figure } of states) {
    await showAlone(figure);
    await figure.getByRole('button', { name: 'Leave full screen' }).waitFor();
    await expect.poll(() => missed(figure), { message: state }).toEqual([]);
  }
});

test('a figure of a lesson takes the full screen, and gives it back', async () => {
  const { figure } = await visitFigure('gradients/', 'paths', { viewport: projector });
  await figure.getByRole('button', { name: 'Full screen' }).click();
  await figure.getByRole('button', { name: 'Leave full screen' }).waitFor();
  await expect.poll(() => missed(figure)).toEqual([]);
  await figure.getByRole('button', { name: 'Leave full screen' }).click();
  await figure.getByRole('button', { name: 'Full screen', exact: true }).waitFor();
});

test('the classifier’s answer fits a projector, too, and the opened network a second screen', async () => {
  const page = await visit('resnet34/?picture=coffee', { viewport: projector });
  const figure = await readyFigure(page, 'classifier');
  await figure.getByRole('button', { name: 'Full screen' }).click();
  await waitForPhase(figure, 'answered');
  await expect.poll(() => missed(figure)).toEqual([]);
  const opened = await figure.locator('.open-network').boundingBox();
  expect(opened?.height).toBeLessThanOrEqual(projector.height);
});
