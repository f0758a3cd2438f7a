import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/**
 * Puts a link to itself into each heading that has an id and into each quick check: src/pages/HeadingLink.tsx. The
 * heading is named by its own words. Not in exercises, whose titles src/pages/exercises writes. Runs after the list
 * of sections, which copies the headings.
 */
export function rehypeHeadingLinks() {
  return (tree: Root, file: { path: string }): void => {
    if (/content.exercises/.test(file.path)) return;
    visit(tree, 'element', (node) => {
      const { tagName, properties, children } = node;
      if (/^h[23]$/.test(tagName) && typeof properties.id === 'string') {
        const words = `${properties.id}-words`;
        properties.ariaLabelledBy = [words];
        node.children = [h('span', { id: words }, children), link(properties.id, 'section')];
      }
      if (tagName === 'section' && String(properties.className) === 'quick-check')
        firstOf(firstOf(node)).children.push(link(String(properties.id), 'question'));
    });
  };
}

/** Of a quick check the question, and of that the words “Quick check”. */
function firstOf({ children }: Element): Element {
  return children[0] as Element;
}

function link(to: string, what: string): MdxJsxTextElementHast {
  const attributes = Object.entries({ to, what }).map(
    ([name, value]) => ({ type: 'mdxJsxAttribute', name, value }) as const,
  );
  return { type: 'mdxJsxTextElement', name: 'HeadingLink', attributes, children: [] };
}
