import type { Element, Nodes, Root } from 'hast';
import { h } from 'hastscript';
import type {} from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';

/** Whether KaTeX has set it. */
export function isEquation(node: Nodes): node is Element {
  return node.type === 'element' && classOf(node).startsWith('katex');
}

/** An equation's number leads to the equation, so that its address can be copied. */
export function rehypeEquationNumbers() {
  return (tree: Root): void =>
    visit(tree, (node) => {
      const id = idOf(node);
      if (!id?.startsWith('eq-')) return undefined;
      visit(node, 'element', (tag) => {
        if (classOf(tag) !== 'tag') return undefined;
        // KaTeX hides its drawing from screen readers, who read its MathML: so Tab must not stop there.
        const properties = { href: `#${id}`, tabIndex: -1, className: ['equation-number'] };
        tag.children = [h('a', properties, tag.children)];
        return SKIP;
      });
      return SKIP;
    });
}

/** A translator would tear apart what it takes for words in equations and code. */
export function rehypeUntranslated() {
  return (tree: Root): void =>
    visit(tree, 'element', (node: Element) => {
      const isCode = node.tagName === 'code' || node.tagName === 'pre';
      if (!isCode && !isEquation(node)) return undefined;
      node.properties['translate'] = 'no';
      return SKIP;
    });
}

/** Browsers break a line between a short equation and the full stop after it; one span holds both. */
export function rehypeEndMarks() {
  return (tree: Root): void =>
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || !index) return;
      const before = parent.children[index - 1]!;
      const [mark] = endMark.exec(node.value) ?? [];
      if (!mark || !isShort(before)) return;
      node.value = node.value.slice(mark.length);
      parent.children[index - 1] = h('span', { className: ['with-mark'] }, [before, mark]);
    });
}

const endMark = /^[.,;:!?)’”]+/;

/** More than these pieces, between which KaTeX lets a line break, would be too wide for a phone. */
const mostPieces = 3;

function isShort(node: Nodes): node is Element {
  if (node.type !== 'element' || classOf(node) !== 'katex') return false;
  const drawing = node.children.find(
    (child): child is Element => child.type === 'element' && classOf(child) === 'katex-html',
  );
  return (drawing?.children ?? []).length <= mostPieces;
}

function classOf({ properties }: Element): string {
  return String(properties.className ?? '');
}

/** An element's id, whether Markdown or JSX wrote it. */
function idOf(node: Nodes): string | undefined {
  if (node.type === 'element') return node.properties.id?.toString();
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
  return typeof id?.value === 'string' ? id.value : undefined;
}
