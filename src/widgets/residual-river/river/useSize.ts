import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The size of an element in pixels, kept current; `first` until it was measured, and at build time. */
export function useSize(
  first: [width: number, height: number],
): [holder: RefObject<HTMLDivElement | null>, width: number, height: number] {
  const element = useRef<HTMLDivElement>(null);
  const [[width, height], setSize] = useState(first);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      // What is not laid out keeps its size.
      if (width > 0 && height > 0) setSize([Math.floor(width), Math.floor(height)]);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width, height];
}
