import report from './python/report.py?raw';
import { linkToChapter, programOf, type Taken } from './taken.ts';

/**
 * An exercise's checks as Python that goes into a file of the reader's. All of it is inside functions, whose names
 * begin with an underscore: the checks' own helpers must not take the place of what the reader's code defines.
 */
export function checksCode(taken: Taken): string {
  const { checks, mistakes } = programOf(taken);
  const known = Object.entries(mistakes).map(
    ([id, { title, says }]) =>
      `    ${quote(id)}: (${quote(title)}, ${quote(linkToChapter(taken, says))}),`,
  );
  return [
    `def _checking():\n${indent(taken.programs.checking)}\n\n    import types\n\n    return types.SimpleNamespace(**locals())`,
    `def _register_checks():\n${indent(checks)}`,
    `_MISTAKES = {\n${known.join('\n')}\n}`,
    report.trim(),
  ].join('\n\n\n');
}

/** Indented by one step of Python. */
function indent(python: string): string {
  return python.replaceAll(/^(?=.)/gm, '    ');
}

/** JSON's texts are Python's, too. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
