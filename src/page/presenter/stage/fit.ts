/** As small as text may become where a screen shows more than was measured, such as an answer's reason. */
const least = 0.4;
const rounds = 8;

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
 * A figure lays itself out for the room that it has; what still needs more is shown smaller as a whole. Never larger
 * again on the same screen: it may have taken the room that it was given.
 */
function fitFigure(lesson: HTMLElement): void {
  const frame = lesson.querySelector<HTMLElement>('figure[data-on] .figure-frame');
  if (!frame) return;
  let size = Number(frame.style.getPropertyValue('--figure-fit')) || 1;
  for (let round = 0; round < rounds && size > least; round++) {
    if (frame.scrollHeight <= frame.clientHeight + 1) return;
    size = Math.max(least, size * Math.min(0.98, frame.clientHeight / frame.scrollHeight));
    frame.style.setProperty('--figure-fit', size.toFixed(3));
  }
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
