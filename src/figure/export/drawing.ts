import { copyBar, copyDrawing, copyPixels } from './copies.ts';
import { copyWords } from './copyWords.ts';
import { layOutParagraph } from './layOutParagraph.ts';

/** What belongs to a figure's picture: drawings, pixels, bars of colour, and the words that name them. */
const drawn = [
  'svg:not(button svg)',
  'canvas',
  '.figure-picture span:empty:not(label span)',
  ...['.chart-title', '.legend li', '.bar-name', '.drawn-words p', '.figure-picture .fine'],
].join();
/** Around the picture, and between it and the words above and below it, in pixels. */
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

/**
 * The picture of a figure as it stands on the page, on the figure's paper: above it the figure's question, below what
 * it shows and where that comes from.
 */
export function drawingOf(figure: Element): Drawing {
  const picture = figure.querySelector('.figure-picture') ?? figure;
  const parts = [...picture.querySelectorAll(drawn)]
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
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.bottom)));
  const above = stackWords(figure.querySelectorAll('.figure-title'), width, margin);
  const origin = top - above.height;
  const content = parts.map(({ element, box }) => {
    const place = { x: box.left - left, y: box.top - origin, width: box.width, height: box.height };
    if (element instanceof SVGSVGElement) return copyDrawing(element, place);
    if (element instanceof HTMLCanvasElement) return copyPixels(element, place);
    if (element.matches(':empty')) return copyBar(element, place);
    return copyWords(element, left, origin);
  });
  const shown = [...figure.querySelectorAll('.takeaway')].filter(
    (one) => one.getClientRects().length > 0,
  );
  // Some pictures say it themselves.
  const sources = [...figure.querySelectorAll('.source > p')].filter((source) =>
    parts.every(({ element }) => element.textContent !== source.textContent),
  );
  const below = stackWords([...shown, ...sources], width, bottom + margin - origin);
  const paper = getComputedStyle(figure).backgroundColor;
  const height = Math.ceil(bottom + margin - origin + below.height + (below.height && margin));
  return { content: [above.content, ...content, below.content].join(''), paper, width, height };
}

/** Paragraphs one below the other, from `top` on, in a picture of this width. */
function stackWords(elements: Iterable<Element>, width: number, top: number) {
  let height = 0;
  const content = [...elements].map((element) => {
    const paragraph = layOutParagraph(element, width - 2 * margin);
    const written = paragraph.write(margin, top + height);
    height += paragraph.height + margin / 2;
    return written;
  });
  return { content: content.join(''), height };
}
