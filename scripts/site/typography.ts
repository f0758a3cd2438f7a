import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Sets a page's text as a printed book does; code and equations, which are no text, stay as they are. */
export function remarkTypography() {
  return (tree: Root): void =>
    visit(tree, 'text', (node, index) => {
      // A quote right after an inline element closes, or is an apostrophe.
      node.value = setType(node.value, index === 0 ? ' ' : '.');
    });
}

/**
 * Typewriter quotes become the typesetter's, and a number keeps its unit on its line.
 * `before` is the character that the text follows; a space at the start of a paragraph.
 */
export function setType(text: string, before = ' '): string {
  // By hand, since remark-smartypants does not see an equation: it opens a quote in `$x$'s`.
  return text
    .replaceAll(/["']/g, (quote, at: number) => {
      const opens = /[\s([–—]/.test(text[at - 1] ?? before);
      if (quote === '"') return opens ? '“' : '”';
      return opens ? '‘' : '’';
    })
    .replaceAll(/(\d) (?=%|× ?\d)/g, '$1\u00a0')
    .replaceAll(/(?<=\d\u00a0×) (?=\d)/g, '\u00a0');
}
