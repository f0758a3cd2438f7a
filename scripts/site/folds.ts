import type { Nodes, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { toString } from 'hast-util-to-string';

/**
 * Tells the hints of an exercise from its solution by a class, so that each has a face of its own. What a
 * lesson itself folds away is neither.
 */
export function rehypeFolds() {
  return (tree: Root, file: { path: string }): void => {
    if (!/content.exercises/.test(file.path)) return;
    visit(tree, 'mdxJsxFlowElement', (fold) => {
      if (fold.name !== 'details') return;
      const summary = fold.children.find((child) => 'name' in child && child.name === 'summary');
      const value = isHint(summary) ? 'hint' : 'solution';
      fold.attributes.push({ type: 'mdxJsxAttribute', name: 'className', value });
    });
  };
}

function isHint(summary: Nodes | undefined): boolean {
  return summary !== undefined && toString(summary as never).startsWith('Hint');
}
