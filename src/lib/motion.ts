const query = '(prefers-reduced-motion: reduce)';
const attribute = 'data-motion';

/** Whether the reader wants less motion: as the page's settings say, else the system's. */
export function wantsLessMotion(): boolean {
  const said = document.documentElement.getAttribute(attribute);
  return said ? said === 'reduced' : matchMedia(query).matches;
}

/** Calls back whenever that may have changed. Returns what ends it. */
export function watchMotion(hear: () => void): () => void {
  const observer = new MutationObserver(hear);
  observer.observe(document.documentElement, { attributeFilter: [attribute] });
  const media = matchMedia(query);
  media.addEventListener('change', hear);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', hear);
  };
}
