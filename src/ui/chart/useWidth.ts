import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width of an element in pixels, kept current; `first` until it was measured (and at build time). With it
 * come by what its plot should be taller than usual, and by what all in it should be larger, such as before an
 * audience: what a style sheet gives as `--taller` and `--magnify`. With `--fill: 1` the plot should have the height
 * in pixels that the element's other children leave; 0 where a style sheet does not ask for that.
 */
export function useWidth<E extends Element>(
  first: number,
): [holder: RefObject<E | null>, width: number, taller: number, magnify: number, filled: number] {
  const element = useRef<E>(null);
  const [size, setSize] = useState({ width: first, taller: 1, magnify: 1, filled: 0 });
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const style = getComputedStyle(entry.target);
      const factor = (name: string) => Number(style.getPropertyValue(name)) || 1;
      setSize({
        width: Math.max(240, Math.floor(entry.contentRect.width)),
        taller: factor('--taller'),
        magnify: factor('--magnify') * factor('--text-scale'),
        filled:
          style.getPropertyValue('--fill') === '1'
            ? Math.floor(entry.contentRect.height - heightOfOthers(entry.target))
            : 0,
      });
    });
    const measured = element.current;
    observer.observe(measured);
    // The size of the page's text has changed, perhaps: src/page/settings/applySettings.ts.
    const measureAgain = () => {
      observer.unobserve(measured);
      observer.observe(measured);
    };
    addEventListener('resize', measureAgain);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measureAgain);
    };
  }, []);
  return [element, size.width, size.taller, size.magnify, size.filled];
}

/** Between one child and the next, in pixels. */
const gap = 4;

function heightOfOthers(element: Element): number {
  const others = [...element.children].filter((child) => child instanceof HTMLElement);
  return others.reduce((sum, { offsetHeight }) => sum + offsetHeight + gap, 0);
}
