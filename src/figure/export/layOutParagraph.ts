import { lookOf, sizeOf, writeText } from './copyWords.ts';

/** Of a line, in letters' sizes. */
const lineHeight = 1.4;

/**
 * An element's words in its own font, broken anew into lines of at most `width` pixels: also of one that is not shown.
 * @returns `write` draws them below a place; `height` is in pixels
 */
export function layOutParagraph(
  element: Element,
  width: number,
): { height: number; write: (left: number, top: number) => string } {
  const [size, look] = [sizeOf(element), lookOf(element)];
  const lines = breakLines(element, width);
  return {
    height: lines.length * lineHeight * size,
    write: (left, top) =>
      lines
        .map((line, i) =>
          writeText(line, { x: left, y: top + (i + 0.5) * lineHeight * size, look }),
        )
        .join(''),
  };
}

function breakLines(element: Element, width: number): string[] {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const { fontFamily, fontWeight } = getComputedStyle(element);
  if (pen) pen.font = `${fontWeight} ${sizeOf(element)}px ${fontFamily}`;
  const lines: string[] = [];
  for (const word of (element.textContent ?? '').trim().split(/[ \n]+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const fits = !pen || pen.measureText(longer).width <= width;
    if (fits && lines.length > 0) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
