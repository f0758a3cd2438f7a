/**
 * How a choice looks in a class's vote: a letter, a colour (room.css) and a shape, each of which is enough by itself.
 * The colours are light or dark, and warm or cool, which also those see apart who confuse red with green; none of
 * them is a kind of network's.
 */
const shapes = [
  // Circle, triangle, square, star, in a box of 100.
  'M50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88z',
  'M50 4L98 92H2z',
  'M10 10h80v80H10z',
  'M50 2l14 34 36 3-28 24 9 36-31-20-31 20 9-36L0 39l36-3z',
  // More than four choices are rare.
  'M50 3l47 47-47 47L3 50z',
  'M27 8h46l25 42-25 42H27L2 50z',
];

/** The names of the shapes, for who cannot see them. */
const names = ['circle', 'triangle', 'square', 'star', 'diamond', 'hexagon'];

/** How many choices can be told apart. */
export const mostChoices = shapes.length;

/** The letter of a choice, from A. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Such as `yellow circle`, in words. */
export function sayShape(index: number): string {
  return names[index] ?? '';
}

/** The shape of a choice as a badge beside its words. */
export function drawBadge(index: number): HTMLElement {
  const badge = document.createElement('span');
  badge.className = 'room-badge';
  badge.append(drawShape(index));
  return badge;
}

/** The shape of a choice with its letter inside; its place has the colours, by `data-choice`. */
export function drawShape(index: number): SVGSVGElement {
  const [drawing, shape, letter] = ['svg', 'path', 'text'].map((name) =>
    document.createElementNS('http://www.w3.org/2000/svg', name),
  ) as [SVGSVGElement, SVGPathElement, SVGTextElement];
  drawing.setAttribute('viewBox', '0 0 100 100');
  drawing.setAttribute('class', 'choice-shape');
  drawing.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', shapes[index] ?? '');
  letter.setAttribute('x', '50');
  // A triangle has its room below the middle.
  letter.setAttribute('y', index === 1 ? '80' : index === 3 ? '68' : '66');
  letter.setAttribute('font-size', index === 1 || index === 3 ? '38' : '46');
  letter.textContent = letterOf(index);
  drawing.append(shape, letter);
  return drawing;
}
