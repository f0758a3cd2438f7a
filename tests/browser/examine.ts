import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of a page is examined, by selectors, and for what; otherwise all of it, for everything. */
interface Examined {
  include?: string;
  exclude?: string;
  only?: 'contrast';
}

/**
 * What axe finds amiss in a page, with all its rules: each one's name and where it was broken first.
 * The contrast of text, which took four fifths of the time, is looked at where it is one of the first three of its
 * colour, size and ground.
 */
export async function examine(page: Page, examined: Examined = {}): Promise<string[]> {
  await page.evaluate(program);
  return page.evaluate(async ({ include, exclude, only }: Examined) => {
    const { configure, run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const isOut = (element: Element) => exclude !== undefined && element.closest(exclude) !== null;
    const roots = [...document.querySelectorAll(include ?? 'html')];
    if (roots.length === 0) throw new Error(`There is no ${include} on this page.`);

    const grounds = new Map<Element, string>();
    const groundOf = (element: Element): string => {
      const known = grounds.get(element);
      if (known !== undefined) return known;
      const style = getComputedStyle(element);
      const { backgroundColor, backgroundImage, opacity, position } = style;
      const lies = ['absolute', 'fixed', 'sticky'].includes(position) ? position : '';
      const own = [backgroundColor, backgroundImage, opacity, lies].join(' ');
      const under = element.parentElement ? groundOf(element.parentElement) : '';
      const ground = own === 'rgba(0, 0, 0, 0) none 1 ' ? under : `${under}; ${own}`;
      grounds.set(element, ground);
      return ground;
    };
    const counts = new Map<string, number>();
    const isText = (node: ChildNode) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim();
    /** A field's text is no node. */
    const hasText = (element: Element) =>
      element.matches('input, select, textarea') || [...element.childNodes].some(isText);
    const texts = roots
      .flatMap((root) => [root, ...root.querySelectorAll('*')])
      .filter((element) => {
        if (isOut(element) || !hasText(element)) return false;
        // What lies under a drawing's words, only axe finds out.
        if (element.closest('svg')) return true;
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const look = [color, fontSize, fontWeight, textShadow, groundOf(element)].join(' ');
        const count = (counts.get(look) ?? 0) + 1;
        counts.set(look, count);
        return count <= 3;
      });

    for (const text of texts) text.setAttribute('data-look-at', '');
    // In one run: axe begins each by finding where everything on the page lies.
    configure({ rules: [{ id: 'color-contrast', selector: '[data-look-at]' }] });
    const { violations } = await run(
      { include: roots as unknown as NodeList, ...(exclude !== undefined && { exclude }) },
      {
        resultTypes: ['violations'],
        // WCAG 2.2’s rule is switched off unless asked for.
        ...(only
          ? { runOnly: ['color-contrast'] }
          : { rules: { 'target-size': { enabled: true } } }),
      },
    );
    for (const text of texts) text.removeAttribute('data-look-at');
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  }, examined);
}
