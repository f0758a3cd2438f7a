/** As small as text may become where a screen shows more than was measured, such as an answer's reason. */
const least = 0.4;
const rounds = 8;
/** A figure that was made smaller is laid out anew where it leaves more than this, in pixels. */
const mostLeftOver = 24;

/** Makes all text of a screen smaller until it fits, and what is too wide in it narrower: nothing is to scroll. */
export function fit(lesson: HTMLElement): void {
  lesson.style.removeProperty('--fit');
  if (lesson.dataset['screen'] === 'figure') return fitFigure(lesson);
  narrow(lesson);
  let size = 1;
  for (let round = 0; round < rounds && size > least; round++) {
    const excess = lesson.scrollHeight / Math.max(1, lesson.clientHeight);
    if (lesson.scrollHeight <= lesson.clientHeight + 1) return;
    size = Math.max(least, size * Math.min(0.97, 1 / Math.sqrt(excess)));
    lesson.style.setProperty('--fit', size.toFixed(3));
  }
}

/**
 * A figure lays itself out for the room that it has; where that is too little, its picture is shown smaller, and what is
 * said and pressed around it keeps its size. It grows again only into room that is left over below: a figure that takes
 * whatever room it is given leaves none.
 */
function fitFigure(lesson: HTMLElement): void {
  const frame = lesson.querySelector<HTMLElement>('figure[data-on] .figure-frame');
  if (!frame) return;
  const picture = frame.querySelector<HTMLElement>(':scope > .figure-picture') ?? frame;
  if (freeBelow(frame) > mostLeftOver) picture.style.removeProperty('--figure-fit');
  let size = Number(picture.style.getPropertyValue('--figure-fit')) || 1;
  for (let round = 0; round < rounds && size > least; round++) {
    const excess = frame.scrollHeight - frame.clientHeight;
    if (excess <= 1) return;
    const height = picture === frame ? frame.scrollHeight : heightWithin(frame, picture);
    size = Math.max(least, size * Math.min(0.98, 1 - excess / height));
    picture.style.setProperty('--figure-fit', size.toFixed(3));
  }
}

/** How much of a frame is empty below what it holds, in its own pixels. */
function freeBelow(frame: HTMLElement): number {
  const bottoms = [...frame.children].map((child) => child.getBoundingClientRect().bottom);
  return (frame.getBoundingClientRect().bottom - Math.max(...bottoms)) / scaleOf(frame);
}

/** In the frame's own pixels, whatever the stage's scale and the element's zoom. */
function heightWithin(frame: HTMLElement, element: HTMLElement): number {
  return element.getBoundingClientRect().height / scaleOf(frame);
}

function scaleOf(frame: HTMLElement): number {
  return frame.getBoundingClientRect().height / frame.clientHeight;
}

/** Code, equations and tables that are wider than their place. */
function narrow(lesson: HTMLElement): void {
  for (const wide of lesson.querySelectorAll<HTMLElement>('pre, .katex-display, table')) {
    if (wide.closest('figure') || wide.clientWidth === 0) continue;
    wide.style.removeProperty('--narrow');
    const share = wide.clientWidth / wide.scrollWidth;
    if (share < 1) wide.style.setProperty('--narrow', (share * 0.98).toFixed(3));
  }
}
