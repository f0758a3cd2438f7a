/** A swipe is longer than this, and flatter than it is long. */
const swipe = 60;
/** A tap this close to the left or right edge turns the page: a share of the window's width. */
const edge = 0.08;
/** What a finger uses for itself. */
const used =
  'button, a, summary, label, input, select, textarea, svg, canvas, pre, [role], .check-answer';

/** Turns the page for a swipe, and for a tap on the left or right edge. */
export function hearTouch(screen: HTMLElement, turn: (to: 'next' | 'previous') => void): void {
  let start: { x: number; y: number; isUsed: boolean } | undefined;
  screen.addEventListener('pointerdown', ({ pointerType, isPrimary, clientX, clientY, target }) => {
    if (pointerType === 'mouse' || !isPrimary) return;
    const isUsed = target instanceof Element && target.closest(used) !== null;
    start = { x: clientX, y: clientY, isUsed };
  });
  screen.addEventListener('pointerup', ({ pointerType, isPrimary, clientX, clientY }) => {
    if (pointerType === 'mouse' || !isPrimary || !start) return;
    const [x, y] = [clientX - start.x, clientY - start.y];
    const { isUsed } = start;
    start = undefined;
    if (isUsed) return;
    if (Math.abs(x) > swipe && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 'next' : 'previous');
    else if (Math.hypot(x, y) < 10) {
      if (clientX > innerWidth * (1 - edge)) turn('next');
      if (clientX < innerWidth * edge) turn('previous');
    }
  });
}
