import { plainColour, plainFonts } from './plainStyle.ts';

interface Line {
  words: string;
  left: number;
  middle: number;
  right: number;
}

/** An element's words, a text a line: they break where they break on the page, and need no font's widths. */
export function copyWords(element: Element, left: number, top: number): string {
  const { color, fontFamily, fontWeight, fontSize } = getComputedStyle(element);
  const size = parseFloat(fontSize) * (element.currentCSSZoom ?? 1);
  const look = `fill="${plainColour(color).colour}" font-family="${plainFonts(fontFamily)}" font-weight="${fontWeight}" font-size="${size}"`;
  return linesOf(element, size)
    .map(
      (line) =>
        `<text x="${line.left - left}" y="${line.middle - top}" dy="0.35em" ${look}>${escape(line.words)}</text>`,
    )
    .join('');
}

function linesOf(element: Element, size: number): Line[] {
  const lines: Line[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement?.closest('svg, .visually-hidden')) continue;
    for (const { 0: word, index } of (texts.currentNode.nodeValue ?? '').matchAll(
      /[^\s-]*-+|[^\s-]+/g,
    )) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const box = range.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      const line = lines.at(-1);
      const gap = line ? box.left - line.right : Infinity;
      if (line && Math.abs(middle - line.middle) < size / 2 && gap < size) {
        line.words += gap > size / 12 ? ` ${word}` : word;
        line.right = box.right;
      } else lines.push({ words: word, left: box.left, middle, right: box.right });
    }
  }
  return lines;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
