import type { Locator, Page } from 'playwright';
import { save } from '../../scripts/browsers/figures.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';

/** Every number of the run that the lab shows, as it is downloaded, and what it follows from. */
export async function numbersOf(page: Page, lab: Locator) {
  const run = (await save(page, lab, 'Download run')).toString();
  const { config, networks, step } = JSON.parse(run) as RunRecord;
  return { config, networks, step };
}

/** Text on the full screen that the back row cannot read: less than 24 pixels high. */
export const smallText = (lab: Locator) =>
  lab.locator('.figure-frame').evaluate((frame) => {
    const texts = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    while (texts.nextNode()) {
      const { parentElement: parent, nodeValue } = texts.currentNode;
      if (!parent?.checkVisibility({ visibilityProperty: true }) || !nodeValue?.trim()) continue;
      // What is drawn in a picture may be larger there than its own pixels.
      const svg = parent.closest<SVGSVGElement>('svg[viewBox]');
      const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < 24 && !parent.closest('.visually-hidden')) small.push(`${nodeValue}: ${size}`);
    }
    return small;
  });
