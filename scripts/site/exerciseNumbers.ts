import path from 'node:path';
import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { chapter } from '../../content/chapter.ts';

/** Numbers the exercises of a lesson in their order, such as 7.2 for the second one of lesson 7. */
export function remarkExerciseNumbers() {
  return (tree: Root, file: { path: string }): void => {
    const name = path.basename(file.path, '.mdx');
    const lesson = chapter.lessons.findIndex((one) => one.file === name) + 1;
    let count = 0;
    visit(tree, 'mdxJsxFlowElement', (element) => {
      if (element.name !== 'Exercise') return;
      count += 1;
      const value = `${lesson}.${count}`;
      element.attributes.push({ type: 'mdxJsxAttribute', name: 'number', value });
    });
  };
}
