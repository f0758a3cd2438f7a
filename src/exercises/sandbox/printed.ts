import { grouped } from '../../lib/format.ts';
import type { PythonOutput } from './pythonClient.ts';

/**
 * What a program printed, as the page shows it: its beginning and its end. More would be slow to draw, and the last
 * lines are often what the reader printed it for.
 */
export interface Printed {
  head: PythonOutput[];
  /** What is not shown between the two. */
  leftOut: { lines: number; characters: number };
  /** Empty until the head is full. */
  tail: PythonOutput[];
}

export const nothingPrinted: Printed = {
  head: [],
  leftOut: { lines: 0, characters: 0 },
  tail: [],
};

/** Of head and tail each. A ResNet-34 has 218 keys, and they are worth reading. */
const most = { lines: 250, characters: 25_000 };

/** What is shown once more has been printed; neighbours of one stream are one piece. */
export function addPrinted(
  { head, leftOut, tail }: Printed,
  { stream, text }: PythonOutput,
): Printed {
  const fits = tail.length > 0 ? 0 : fitting(text, textOf(head));
  const rest = text.slice(fits);
  const begun = fits > 0 ? join(head, { stream, text: text.slice(0, fits) }) : head;
  if (rest === '') return { head: begun, leftOut, tail };
  const whole = join(tail, { stream, text: rest });
  const dropped = textOf(whole).slice(0, excess(textOf(whole)));
  return {
    head: begun,
    leftOut: {
      lines: leftOut.lines + countLines(dropped),
      characters: leftOut.characters + dropped.length,
    },
    tail: dropFirst(whole, dropped.length),
  };
}

/** All that is shown of it, without what was left out. */
export function shownText({ head, tail }: Printed): string {
  return textOf(head) + textOf(tail);
}

/** Lines that were printed, those left out among them. */
export function linesPrinted(printed: Printed): number {
  const shown = shownText(printed);
  const open = shown !== '' && !shown.endsWith('\n') ? 1 : 0;
  return countLines(shown) + open + printed.leftOut.lines;
}

/** What stands between head and tail; nothing where all is shown. */
export function sayLeftOut({ leftOut: { lines, characters } }: Printed): string {
  if (characters === 0) return '';
  const what = lines > 1 ? `${grouped(lines)} lines` : `${grouped(characters)} characters`;
  return `… ${what} left out …`;
}

/** How many of a text's characters still fit into the head. */
function fitting(text: string, before: string): number {
  const room = Math.max(0, most.characters - before.length);
  return Math.min(room, endOfLine(text, most.lines - countLines(before)));
}

/** How many characters go from the beginning of a tail: whole lines, where it has any. */
function excess(text: string): number {
  const byLines = endOfLine(text, countLines(text) - most.lines);
  const byLength = text.length - most.characters;
  if (byLength <= byLines) return byLines;
  const next = text.indexOf('\n', byLength - 1) + 1;
  return next > 0 && next < text.length ? next : byLength;
}

/** Where the first so many lines of a text end; its own end where it has no more. */
function endOfLine(text: string, lines: number): number {
  let end = 0;
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end);
    if (next < 0) return text.length;
    end = next + 1;
  }
  return end;
}

function dropFirst(pieces: PythonOutput[], characters: number): PythonOutput[] {
  let left = characters;
  return pieces.flatMap(({ stream, text }) => {
    const now = text.slice(left);
    left = Math.max(0, left - text.length);
    return now === '' ? [] : [{ stream, text: now }];
  });
}

function join(pieces: PythonOutput[], { stream, text }: PythonOutput): PythonOutput[] {
  const last = pieces.at(-1);
  return last?.stream === stream
    ? [...pieces.slice(0, -1), { stream, text: last.text + text }]
    : [...pieces, { stream, text }];
}

const textOf = (pieces: PythonOutput[]) => pieces.map(({ text }) => text).join('');
const countLines = (text: string) => text.split('\n').length - 1;
