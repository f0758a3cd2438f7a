import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** The list of references that rehype-citation appends gets a heading, and links where it prints addresses. */
export function rehypeReferences() {
  return ({ children }: Root): void => {
    const at = children.findIndex(
      (node) => node.type === 'element' && node.properties.id === 'refs',
    );
    if (at < 0) return;
    linkAddresses(children[at] as Element);
    children.splice(at, 0, h('h2', { id: 'references' }, 'References'));
  };
}

function linkAddresses(references: Element): void {
  visit(references, 'text', ({ value }, index, parent) => {
    const [before = '', address, after = ''] = value.split(/(https:\S+[^\s.])/);
    if (!parent || index === undefined || !address) return undefined;
    const text = (words: string) => ({ type: 'text' as const, value: words });
    parent.children.splice(index, 1, text(before), h('a', { href: address }, address), text(after));
    return index + 3;
  });
}
