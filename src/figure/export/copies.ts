import { plainColour, plainFonts } from './plainStyle.ts';

/** What a drawing needs to look the same without this page's style sheets. */
const paints = ['fill', 'stroke'];
const looks = [
  'opacity',
  'visibility',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
];
const textLooks = ['font-size', 'font-style', 'font-weight', 'text-anchor'];

/** Where something goes, in pixels. */
type Place = Record<'x' | 'y' | 'width' | 'height', number>;

/** A drawing with its looks as attributes, those that every program knows. */
export function copyDrawing(svg: SVGSVGElement, place: Place): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index] as Element);
    if (style.display === 'none') element.remove();
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    for (const paint of paints) {
      const { colour, opacity } = plainColour(style.getPropertyValue(paint));
      element.setAttribute(paint, colour);
      if (opacity < 1) element.setAttribute(`${paint}-opacity`, String(opacity));
    }
    if (/^t(ext|span)$/.test(element.tagName)) {
      for (const look of textLooks) element.setAttribute(look, style.getPropertyValue(look));
      element.setAttribute('font-family', plainFonts(style.fontFamily));
    }
    const original = originals[index];
    if (original instanceof SVGImageElement && original.href.baseVal) {
      const size = original.getBoundingClientRect();
      element.setAttribute('href', enlarge(original, size, style.imageRendering === 'pixelated'));
    }
    element.removeAttribute('class');
    element.removeAttribute('style');
  }
  keepSpaces(copy);
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  // As on the page: a label may reach beyond its drawing.
  copy.setAttribute('overflow', 'visible');
  return new XMLSerializer().serializeToString(copy);
}

/** Spaces at the ends of a label's parts, which rsvg drops, do not break. */
function keepSpaces(svg: SVGSVGElement): void {
  const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode } = texts;
    currentNode.nodeValue = (currentNode.nodeValue ?? '').replaceAll(/^ | $/g, '\u00a0');
  }
}

/** Pixels as they are shown. */
export function copyPixels(canvas: HTMLCanvasElement, place: Place): string {
  const sharp = getComputedStyle(canvas).imageRendering === 'pixelated';
  return `<image ${attributes(place)} href="${enlarge(canvas, place, sharp)}" preserveAspectRatio="none"/>`;
}

/** Twice as large as it is shown: other programs smooth what they enlarge. */
function enlarge(
  source: HTMLCanvasElement | SVGImageElement,
  { width, height }: Pick<Place, 'width' | 'height'>,
  sharp: boolean,
): string {
  const large = document.createElement('canvas');
  large.width = Math.ceil(2 * width);
  large.height = Math.ceil(2 * height);
  const context = large.getContext('2d');
  if (context) {
    context.imageSmoothingEnabled = !sharp;
    context.drawImage(source, 0, 0, large.width, large.height);
  }
  return large.toDataURL();
}

/** A bar of one colour, or of a colour key's from left to right. */
export function copyBar(bar: Element, place: Place): string {
  const { backgroundColor, backgroundImage } = getComputedStyle(bar);
  const colours = backgroundImage.match(/rgba?\([^)]*\)/g);
  if (!colours) {
    const { colour, opacity } = plainColour(backgroundColor);
    return opacity > 0
      ? `<rect ${attributes(place)} fill="${colour}" fill-opacity="${opacity}"/>`
      : '';
  }
  const stops = colours.map((computed, i) => {
    const { colour, opacity } = plainColour(computed);
    return `<stop offset="${i / (colours.length - 1)}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
  });
  const id = `key-${Math.round(place.x)}-${Math.round(place.y)}`;
  return `<linearGradient id="${id}">${stops.join('')}</linearGradient><rect ${attributes(place)} fill="url(#${id})"/>`;
}

const attributes = (place: Place) =>
  Object.entries(place)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
