import { copyBar, copyDrawing, copyPixels } from './copies.ts';
import { copyWords } from './copyWords.ts';

/** What belongs to a figure's picture: drawings, pixels, bars of colour, and the words that name them. */
const drawn = [
  'svg:not(button svg)',
  'canvas',
  '.figure-picture span:empty:not(label span)',
  ...['.chart-title', '.legend li', '.bar-name', '.figure-picture .fine'],
].join();
const margin = 16;

export interface Drawing {
  /** Elements of an SVG. */
  content: string;
  /** The colour behind it. */
  paper: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** The picture of a figure as it stands on the page, on the figure's paper. */
export function drawingOf(figure: Element): Drawing {
  const parts = [...figure.querySelectorAll(drawn)]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(
      ({ element, box }) => box.width > 1 && getComputedStyle(element).visibility !== 'hidden',
    );
  // A label may reach beyond its drawing.
  const labels = parts.flatMap(({ element }) => [...element.querySelectorAll('text')]);
  const boxes = [
    ...parts.map(({ box }) => box),
    ...labels.map((text) => text.getBoundingClientRect()).filter(({ width }) => width > 0),
  ];
  const left = Math.floor(Math.min(...boxes.map((box) => box.left))) - margin;
  const top = Math.floor(Math.min(...boxes.map((box) => box.top))) - margin;
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right))) + margin - left;
  const height = Math.ceil(Math.max(...boxes.map((box) => box.bottom))) + margin - top;
  const content = parts.map(({ element, box }) => {
    const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
    if (element instanceof SVGSVGElement) return copyDrawing(element, place);
    if (element instanceof HTMLCanvasElement) return copyPixels(element, place);
    if (element.matches(':empty')) return copyBar(element, place);
    return copyWords(element, left, top);
  });
  const paper = getComputedStyle(figure).backgroundColor;
  return { content: content.join(''), paper, width, height };
}
