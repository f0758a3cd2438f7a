import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width of an element in pixels, kept current; `first` until it was measured (and at build time). With it
 * comes by what its plot should be taller than usual: what a style sheet gives as `--taller`.
 */
export function useWidth<E extends Element>(
  first: number,
): [holder: RefObject<E | null>, width: number, taller: number] {
  const element = useRef<E>(null);
  const [size, setSize] = useState({ width: first, taller: 1 });
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const taller = getComputedStyle(entry.target).getPropertyValue('--taller');
      setSize({
        width: Math.max(240, Math.floor(entry.contentRect.width)),
        taller: Number(taller) || 1,
      });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, size.width, size.taller];
}
