/**
 * The absolute address of a file or page of this site, by its path from the site's root; without one, of the root.
 * Every page says in `data-root` where that is.
 */
export function siteUrl(path = ''): string {
  const root = document.documentElement.dataset['root'] ?? './';
  return new URL(path, new URL(root, document.baseURI)).href;
}
