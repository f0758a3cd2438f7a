import { isSought } from './createIndex.ts';

/** A stretch of text, and whether it is a word that was searched for. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** Letters before the first marked word, and of the whole. */
const before = 50;
const most = 170;

/** The text parted at the words that were searched for. */
export function mark(text: string, words: string[]): Piece[] {
  return text
    .split(/([\p{L}\p{N}’']+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isMarked: isSought(part, words) }));
}

/** The part of a text around the first word that was searched for, whole words only. */
export function excerptOf(text: string, words: string[]): Piece[] {
  const first = [...text.matchAll(/[\p{L}\p{N}’']+/gu)].find(([word]) => isSought(word, words));
  const at = first?.index ?? 0;
  const start = at <= before ? 0 : text.indexOf(' ', at - before) + 1;
  const end =
    text.length - start <= most
      ? text.length
      : Math.max(start, text.lastIndexOf(' ', start + most));
  const pieces = mark(text.slice(start, end), words);
  if (start > 0) pieces.unshift({ text: '… ', isMarked: false });
  if (end < text.length) pieces.push({ text: ' …', isMarked: false });
  return pieces;
}
