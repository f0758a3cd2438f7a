/** So long after the page has loaded its figures near the top are likely to be there, too, in milliseconds. */
const settled = 1000;

/** Makes what the reader uses available offline, once the page itself has what it needs. */
export function offerOffline(): void {
  // Nobody asked for it: a page that is left while its script is on the way has nothing to say.
  const begin = () =>
    void import('./register.ts').then(({ register }) => register()).catch(() => undefined);
  const later = () => setTimeout(begin, settled);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
