/** What is used here of unified's HTML tree; MDX's own elements have a name instead of a tag. */
export interface TreeNode {
  type: string;
  name?: string;
  attributes?: { type: string; name: string; value: string }[];
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
}

export function text(value: string): TreeNode {
  return { type: 'text', value };
}

/** Sets a page's text as a printed book does; code and equations stay as they are. */
export function rehypeTypography() {
  return (tree: TreeNode): void => setChildren(tree);
}

/**
 * Typewriter quotes become the typesetter's, and a number keeps its unit on its line.
 * `before` is the character that the text follows; a space at the start of a paragraph.
 */
export function setType(text: string, before = ' '): string {
  return text
    .replaceAll(/["']/g, (quote, at: number) => {
      const opens = /[\s([–—]/.test(text[at - 1] ?? before);
      if (quote === '"') return opens ? '“' : '”';
      return opens ? '‘' : '’';
    })
    .replaceAll(/(\d) (?=%|× ?\d)/g, '$1\u00a0')
    .replaceAll(/(?<=\d\u00a0×) (?=\d)/g, '\u00a0');
}

function setChildren(parent: TreeNode): void {
  for (const [index, node] of (parent.children ?? []).entries()) {
    if (node.type === 'text' && node.value) {
      // A quote right after an inline element closes, or is an apostrophe.
      node.value = setType(node.value, index === 0 ? ' ' : '.');
    } else if (!isVerbatim(node)) {
      setChildren(node);
    }
  }
  if (parent.children) parent.children = keepTogether(parent.children);
}

/** More than these pieces, between which KaTeX lets a line break, would be too wide for a phone. */
const mostPieces = 3;

/** Browsers break a line between a short equation and the full stop after it; one span holds both. */
function keepTogether(nodes: TreeNode[]): TreeNode[] {
  return nodes.flatMap((node, index) => {
    const [mark = ''] = endMark.exec(nodes[index + 1]?.value ?? '') ?? [];
    if (mark && isShortMath(node)) {
      const properties = { style: 'white-space: nowrap' };
      return [{ type: 'element', tagName: 'span', properties, children: [node, text(mark)] }];
    }
    const before = nodes[index - 1];
    if (!before || !node.value || !isShortMath(before)) return [node];
    return [{ ...node, value: node.value.replace(endMark, '') }];
  });
}

const endMark = /^[.,;:!?)’”]+/;

function isShortMath({ properties, children = [] }: TreeNode): boolean {
  if (String(properties?.['className'] ?? '') !== 'katex') return false;
  const drawing = children.find(
    (child) => String(child.properties?.['className']) === 'katex-html',
  );
  return (drawing?.children ?? []).length <= mostPieces;
}

function isVerbatim({ tagName = '', properties }: TreeNode): boolean {
  return (
    ['code', 'pre', 'script', 'style'].includes(tagName) ||
    String(properties?.['className'] ?? '').startsWith('katex')
  );
}
