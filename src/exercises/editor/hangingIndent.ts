import type { Range } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';

/** Steps of four spaces: deeper lines wrap as these do, or little of a phone's width would be left. */
const deepest = 4;
const marks = Array.from({ length: deepest + 1 }, (_, steps) =>
  Decoration.line({ class: `indent-${steps}` }),
);
/** A line is not wrapped before its first word. */
const indent = Decoration.mark({ class: 'indent' });

/** Says of each line how far it is indented: where lines wrap, their further rows begin there, too (editor.css). */
export const hangingIndent = ViewPlugin.define(
  (view) => {
    const plugin = {
      decorations: markIndents(view),
      update({ docChanged, viewportChanged }: { docChanged: boolean; viewportChanged: boolean }) {
        if (docChanged || viewportChanged) plugin.decorations = markIndents(view);
      },
    };
    return plugin;
  },
  { decorations: ({ decorations }) => decorations },
);

function markIndents({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    const last = doc.lineAt(to).number;
    for (let number = doc.lineAt(from).number; number <= last; number++) {
      const line = doc.line(number);
      const { spaces, steps } = indentOf(line.text);
      found.push((marks[steps] as Decoration).range(line.from));
      if (spaces > 0) found.push(indent.range(line.from, line.from + spaces));
    }
  }
  return Decoration.set(found);
}

/** The white space before a line's first word, in characters and in steps. */
export function indentOf(text: string): { spaces: number; steps: number } {
  const before = /^\s*/.exec(text)?.[0] ?? '';
  const columns = before.replaceAll('\t', '    ').length;
  return { spaces: before.length, steps: Math.min(deepest, Math.floor(columns / 4)) };
}
