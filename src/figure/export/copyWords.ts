import { plainColour, plainFonts } from './plainStyle.ts';

interface Line {
  words: string;
  left: number;
  middle: number;
  right: number;
  look: string;
}

/** An element's words, a text a line: they break where they break on the page, and need no font's widths. */
export function copyWords(element: Element, left: number, top: number): string {
  return linesOf(element)
    .map(({ words, ...line }) =>
      writeText(words, { x: line.left - left, y: line.middle - top, look: line.look }),
    )
    .join('');
}

/** One line of text whose middle is at `y`, in pixels. */
export function writeText(
  words: string,
  { x, y, look }: { x: number; y: number; look: string },
): string {
  return `<text x="${x}" y="${y}" dy="0.35em" ${look}>${escape(words)}</text>`;
}

/** The size of an element's letters on the screen, in pixels. */
export function sizeOf(element: Element): number {
  return parseFloat(getComputedStyle(element).fontSize) * (element.currentCSSZoom ?? 1);
}

/** An element's colour and font as attributes. */
export function lookOf(element: Element): string {
  const { color, fontFamily, fontWeight } = getComputedStyle(element);
  return `fill="${plainColour(color).colour}" font-family="${plainFonts(fontFamily)}" font-weight="${fontWeight}" font-size="${sizeOf(element)}"`;
}

function linesOf(element: Element): Line[] {
  const lines: Line[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!parent || parent.closest('svg, .visually-hidden')) continue;
    const [size, look] = [sizeOf(parent), lookOf(parent)];
    for (const { 0: word, index } of (texts.currentNode.nodeValue ?? '').matchAll(
      /[^\s-]*-+|[^\s-]+/g,
    )) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const box = range.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      const line = lines.at(-1);
      const gap = line ? box.left - line.right : Infinity;
      const goesOn = line?.look === look && Math.abs(middle - line.middle) < size / 2;
      if (goesOn && gap < size) {
        line.words += gap > size / 12 ? ` ${word}` : word;
        line.right = box.right;
      } else lines.push({ words: word, left: box.left, middle, right: box.right, look });
    }
  }
  return lines;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
