import { useEffect, useEffectEvent, type RefObject } from 'react';

/** What takes the space bar itself. */
const fields = 'input:not([type=range], [type=checkbox]), select, textarea, [contenteditable]';
const controls = 'button, summary, a, input[type=checkbox]';

/**
 * On the full screen the space bar presses `press`. Not while the reader types in a field, and not on a control
 * that the keyboard has led to: there it does what it does everywhere.
 * @param inside an element of the figure
 */
export function useSpaceKey(inside: RefObject<HTMLElement | null>, press: () => void): void {
  const pressed = useEffectEvent(press);
  useEffect(() => {
    let byPointer = true;
    const point = () => {
      byPointer = true;
    };
    const hear = (event: KeyboardEvent) => {
      const { key, target, repeat } = event;
      if (key === 'Tab') byPointer = false;
      if (key !== ' ' || !document.fullscreenElement?.contains(inside.current)) return;
      if (target instanceof HTMLElement) {
        if (target.matches(fields) || (target.matches(controls) && !byPointer)) return;
        // Or the button that was clicked last would be pressed as well.
        if (target.matches(controls)) target.blur();
      }
      event.preventDefault();
      if (!repeat) pressed();
    };
    document.addEventListener('pointerdown', point);
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('pointerdown', point);
      document.removeEventListener('keydown', hear);
    };
  }, [inside]);
}
