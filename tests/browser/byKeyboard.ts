import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** More stops than any walk of a test needs. */
const mostStops = 40;

/**
 * Walks to a control with the Tab key alone, as far as it takes, and expects to see where the keyboard is: an outline,
 * and no bar of the page over it. A menu's or radio button's other choices are its arrow keys' business.
 */
export async function tabTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element.matches(':focus'))) {
      // The page may be on its way there.
      await expect.poll(() => faultsOf(control)).toEqual([]);
      return;
    }
    passed.push(
      await page.locator(':focus').evaluateAll((all) => all[0]?.outerHTML.slice(0, 60) ?? '?'),
    );
  }
  expect.fail(`${String(control)} is not reached. The keyboard passed ${passed.join('\n')}`);
}

/** What keeps a reader from seeing that a control has the keyboard. */
const faultsOf = (control: Locator) =>
  control.evaluate((element) => {
    const faults: string[] = [];
    // An editor's frame shows it, around the root that the editor is in.
    const around: Element[] = [element];
    for (let one: Element | null = element; one && around.length < 8; around.push(one))
      one = one.parentElement ?? (one.getRootNode() as ShadowRoot).host ?? null;
    const isOutlined = around.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    if (!isOutlined) faults.push('no outline');
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const middle = [
      (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
      (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
    ] as const;
    const over = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(...middle);
    const isOwn = over && (element.contains(over) || over.contains(element));
    if (!isOwn && !over?.closest('label'))
      faults.push(`covered by ${over?.outerHTML.slice(0, 60)}`);
    return faults;
  });
