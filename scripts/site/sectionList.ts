import type { Element, Root } from 'hast';
import { h } from 'hastscript';

/** Below so many sections a list is no help. */
const fewest = 3;

/**
 * Opens a lesson with a list of its sections, twice: for the margin of a wide page, and folded for a narrow
 * one; style shows one of them, src/page/sectionList.ts marks where the reader is. Runs after the
 * headings have their ids and the references their heading.
 */
export function rehypeSectionList() {
  return ({ children }: Root): void => {
    const headings = children.filter(
      (node): node is Element => node.type === 'element' && node.tagName === 'h2',
    );
    if (headings.length < fewest) return;
    children.unshift(
      h('div.section-margin', [
        h('nav', { ariaLabel: 'On this page' }, [h('p', 'On this page'), list(headings)]),
      ]),
      h('nav.section-fold', { ariaLabel: 'On this page' }, [
        h('details', [h('summary', 'On this page'), list(headings)]),
      ]),
    );
  };
}

function list(headings: Element[]): Element {
  const items = headings.map(({ properties, children }) =>
    h('li', [h('a', { href: `#${String(properties.id)}` }, structuredClone(children))]),
  );
  return h('ol', { dataSections: '' }, items);
}
