import type { Element, Nodes, Parents, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type {} from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';

/** Languages of code that a reader may want to take along; what a program prints is shown as it is. */
const languages: Record<string, string> = { python: 'Python', ts: 'TypeScript' };

/**
 * Puts a bar over each code block: it names the language, and src/page/copyButtons.ts puts a button there,
 * for which it keeps the room. Runs after Shiki, and after the figures have taken their listings.
 */
export function rehypeCodeBlocks() {
  return (tree: Root): void =>
    visit(tree, (node: Nodes, index, parent: Parents | undefined) => {
      // Shown until the editor is there, which has a bar of its own.
      if (node.type === 'mdxJsxFlowElement' && node.name === 'Starter') return SKIP;
      // Shiki puts a whole document in the place of a code block.
      const pre = node.type === 'root' ? node.children[0] : undefined;
      const name = isElement(pre, 'pre') && languages[languageOf(pre)];
      if (!parent || index === undefined || !name) return undefined;
      const children = [h('p.code-bar', h('span', name)), pre];
      parent.children[index] = h('div.code-block', children);
      return SKIP;
    });
}

function languageOf(pre: Element): string {
  const [code] = pre.children;
  const className = isElement(code, 'code') ? String(code.properties['class']) : '';
  return className.replace('language-', '');
}

function isElement(node: RootContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}
