/** What a reload would end, in a sentence for the reader; null where nothing would be lost. */
export function findOpenWork(page: ParentNode): string | null {
  if (
    page.querySelector('[data-phase="starting"], [data-phase="running"], [data-phase="training"]')
  )
    return 'A run is under way, and reloading would stop it.';
  if (page.querySelector('[data-unkept]:not([hidden]):not(:empty)'))
    return 'Something on this page is not kept, and reloading would lose it.';
  return null;
}
