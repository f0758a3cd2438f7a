import type { Entry } from './matchClaims.ts';

/** The most letters of a sentence on each side of its quotation. */
const most = 110;

/** The words of an entry, and what its sentence, or its table's row, says before and after them. */
export function sentenceOf({ block: { text }, from, to }: Pick<Entry, 'block' | 'from' | 'to'>) {
  const isRow = text.includes(' | ');
  const before = text.slice(0, from);
  const after = text.slice(to);
  const start = isRow ? 0 : lastEnd(before);
  const end = isRow ? after.length : (/[.?!](?= |$)/.exec(after)?.index ?? after.length - 1) + 1;
  return {
    before: cutStart(before.slice(start)),
    quote: text.slice(from, to),
    after: cutEnd(after.slice(0, end)),
  };
}

/** Where the last sentence of a text begins. */
function lastEnd(text: string): number {
  const ends = [...text.matchAll(/[.?!]”? (?=[\p{Lu}“\d])/gu)];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : 0;
}

function cutStart(text: string): string {
  return text.length <= most ? text : `… ${text.slice(text.indexOf(' ', text.length - most) + 1)}`;
}

function cutEnd(text: string): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
