/**
 * Gives the parts of a figure the style attributes back that the build has moved into a style sheet
 * (scripts/site/inlineStyles.ts), so that React finds what it drew. Set here, no policy of the host's forbids them.
 */
export function restoreStyles(island: HTMLElement): void {
  for (const part of island.querySelectorAll<HTMLElement | SVGElement>('[data-style]')) {
    part.style.cssText = part.dataset['style'] ?? '';
    delete part.dataset['style'];
    // The build put it first.
    const [moved] = part.classList;
    if (moved) part.classList.remove(moved);
    if (part.classList.length === 0) part.removeAttribute('class');
  }
}
