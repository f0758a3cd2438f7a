/** Calls back for each of these parts of the page, once, shortly before it scrolls into view. */
export function whenNear(selector: string, onNear: (part: HTMLElement) => void): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        onNear(target as HTMLElement);
      }
    },
    { rootMargin: '600px' },
  );
  for (const part of document.querySelectorAll(selector)) near.observe(part);
}
