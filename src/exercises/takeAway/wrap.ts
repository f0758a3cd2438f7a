/**
 * Markdown with its long lines broken: items of lists go on below their first word, code stays as it is.
 * @param width the most characters of a line, as far as words let it
 */
export function wrap(markdown: string, width: number): string {
  let isCode = false;
  const lines = markdown.split('\n').map((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return isCode || line.length <= width ? line : wrapLine(line, width);
  });
  return lines.join('\n');
}

function wrapLine(line: string, width: number): string {
  const [, lead = '', rest = ''] = /^(\s*(?:\d+\.\s|[-*]\s)?)(.*)$/.exec(line) ?? [];
  const lines = [lead];
  for (const word of rest.split(' ')) {
    const last = lines.at(-1) ?? '';
    const isEmpty = last.trim() === lead.trim() || last.trim() === '';
    if (isEmpty || last.length + 1 + word.length <= width)
      lines[lines.length - 1] = isEmpty ? last + word : `${last} ${word}`;
    else lines.push(' '.repeat(lead.length) + word);
  }
  return lines.join('\n');
}
