import { useEffect, useEffectEvent, type RefObject } from 'react';

/** What takes the space bar itself. */
const fields = 'input:not([type=range], [type=checkbox]), select, textarea, [contenteditable]';

/**
 * On the full screen the space bar presses `press`. Not while the reader types in a field, and not on a control
 * that the keyboard has led to: there it does what it does everywhere.
 * @param inside an element of the figure
 */
export function useSpaceKey(inside: RefObject<HTMLElement | null>, press: () => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const full = document.fullscreenElement;
    if (event.key !== ' ' || !full?.contains(inside.current)) return;
    if (target instanceof HTMLElement) {
      const isLedTo =
        target.matches('button, summary, a, input') && target.matches(':focus-visible');
      const isRange = target.matches('[type=range]');
      if (target.matches(fields) || (isLedTo && !isRange)) return;
      // Or the button that was clicked last would be pressed as well.
      if (!isRange) target.blur();
    }
    event.preventDefault();
    if (!event.repeat) press();
  });
  useEffect(() => {
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
