import { saveText } from './save.ts';

/** What a drawing needs to look the same without this page's style sheets. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** Offers the drawings inside `holder`, side by side in one SVG file that stands alone. */
export function saveDrawings(holder: Element, name: string): void {
  let left = 0;
  let tallest = 0;
  const parts: string[] = [];
  for (const svg of holder.querySelectorAll('svg[role="img"]')) {
    const { width, height } = svg.getBoundingClientRect();
    const copy = withLooks(svg as SVGSVGElement);
    copy.setAttribute('x', String(left));
    parts.push(new XMLSerializer().serializeToString(copy));
    left += width;
    tallest = Math.max(tallest, height);
  }
  const paper = getComputedStyle(holder).backgroundColor;
  const size = `width="${left}" height="${tallest}"`;
  saveText(
    name,
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="${paper}"/>${parts.join('')}</svg>\n`,
  );
}

function withLooks(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index] as Element);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    element.removeAttribute('class');
  }
  return copy;
}
