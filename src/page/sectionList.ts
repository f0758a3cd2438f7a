/** The line that a heading has passed when its section is the current one: this share of the window's height. */
const line = 0.4;

/** Marks the section that the reader is in, and clears the list in the margin out of a wide figure's way. */
export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-sections] a')];
  if (links.length === 0) return;
  markCurrent(links);
  const margin = document.querySelector<HTMLElement>('.section-margin > nav');
  if (margin) giveWay(margin);
}

function markCurrent(links: HTMLAnchorElement[]): void {
  const headings = [...document.querySelectorAll<HTMLElement>('.lesson > h2')];
  const passed = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const current = headings.findLast((heading) => passed.has(heading));
      for (const link of links) {
        const isCurrent = link.hash === `#${current?.id}`;
        if (isCurrent) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    },
    // All above the line counts, however far: so a jump past a heading is noticed as well.
    { rootMargin: `1000000px 0px -${(1 - line) * 100}% 0px` },
  );
  for (const heading of headings) observer.observe(heading);
}

/** Hides the list while a figure that is wider than the text passes where it stands. */
function giveWay(list: HTMLElement): void {
  const figures = document.querySelectorAll<HTMLElement>('.lesson > figure');
  let observer: IntersectionObserver | undefined;
  const watch = () => {
    observer?.disconnect();
    const { top, bottom, right, height } = placeOf(list);
    const covering = new Set<Element>();
    list.toggleAttribute('data-covered', false);
    if (height === 0) return;
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          if (isIntersecting && boundingClientRect.left < right) covering.add(target);
          else covering.delete(target);
        }
        list.toggleAttribute('data-covered', covering.size > 0);
      },
      { rootMargin: `${-top}px 0px ${bottom - innerHeight}px 0px` },
    );
    for (const figure of figures) observer.observe(figure);
  };
  watch();
  addEventListener('resize', watch);
}

/** Where the list sticks, in pixels from the top of the window. */
function placeOf(list: HTMLElement) {
  const { right, height } = list.getBoundingClientRect();
  const top = parseFloat(getComputedStyle(list).top) || 0;
  return { top, right, height, bottom: top + height };
}
