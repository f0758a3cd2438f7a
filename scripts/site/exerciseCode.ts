import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

/** The programs beside a statement, and the component that each is put into. */
const programs = { Starter: 'starter.py', Solution: 'solution.py' };

/**
 * Appends an exercise's starter and solution to its statement as code, so that both are coloured like all other
 * code; src/pages/exercises decides where they go.
 */
export function remarkExerciseCode() {
  return (tree: Root, file: { path: string }): void => {
    if (!/content.exercises.+statement\.mdx$/.test(file.path)) return;
    for (const [name, program] of Object.entries(programs)) {
      const source = path.join(path.dirname(file.path), program);
      if (!existsSync(source)) continue;
      const value = readFileSync(source, 'utf8').trimEnd();
      tree.children.push({
        type: 'mdxJsxFlowElement',
        name,
        attributes: [],
        children: [{ type: 'code', lang: 'python', value }],
      } satisfies MdxJsxFlowElement);
    }
  };
}
