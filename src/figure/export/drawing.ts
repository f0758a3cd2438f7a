/** What a drawing needs to look the same without this page's style sheets. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
];
const textLooks = ['font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor'];

/** What belongs to a figure's picture: drawings, pixels, and the words that name them. */
const drawn = 'svg:not(button svg), canvas, .chart-title, .legend li, .figure-picture .fine';
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
    .filter(({ box }) => box.width > 0);
  const left = Math.min(...parts.map(({ box }) => box.left)) - margin;
  const top = Math.min(...parts.map(({ box }) => box.top)) - margin;
  const width = Math.max(...parts.map(({ box }) => box.right)) + margin - left;
  const height = Math.max(...parts.map(({ box }) => box.bottom)) + margin - top;
  const content = parts.map(({ element, box }) => {
    const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
    if (element instanceof SVGSVGElement) return copyDrawing(element, place);
    if (element instanceof HTMLCanvasElement) return copyPixels(element, place);
    return copyWords(element, left, top);
  });
  const paper = getComputedStyle(figure).backgroundColor;
  return { content: content.join(''), paper, width, height };
}

type Place = Record<'x' | 'y' | 'width' | 'height', number>;

function copyDrawing(svg: SVGSVGElement, place: Place): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index] as Element);
    const needed = /^t(ext|span)$/.test(element.tagName) ? [...looks, ...textLooks] : looks;
    for (const look of needed) element.setAttribute(look, style.getPropertyValue(look));
    element.removeAttribute('class');
  }
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}

function copyPixels(canvas: HTMLCanvasElement, place: Place): string {
  const attributes = Object.entries(place).map(([name, value]) => `${name}="${value}"`);
  const rendering = getComputedStyle(canvas).imageRendering;
  return `<image ${attributes.join(' ')} href="${canvas.toDataURL()}" style="image-rendering:${rendering}" preserveAspectRatio="none"/>`;
}

/** Word by word, so that lines break where they break on the page. */
function copyWords(element: Element, left: number, top: number): string {
  const { color, fontFamily, fontWeight, fontSize } = getComputedStyle(element);
  // Browsers without it count the zoom into the font's size.
  const scale = element.currentCSSZoom ?? 1;
  const look = `fill="${color}" font-family="${fontFamily.replaceAll('"', "'")}" font-weight="${fontWeight}" font-size="${parseFloat(fontSize) * scale}"`;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  const range = document.createRange();
  while (texts.nextNode()) {
    for (const { 0: word, index } of (texts.currentNode.nodeValue ?? '').matchAll(/\S+/g)) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const box = range.getBoundingClientRect();
      const y = (box.top + box.bottom) / 2 - top;
      words.push(
        `<text x="${box.left - left}" y="${y}" dy="0.35em" ${look}>${escape(word)}</text>`,
      );
    }
  }
  return words.join('');
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
