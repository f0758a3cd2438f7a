/** The absolute address of a file of this site; every page says in `data-root` where the site's root is. */
export function siteUrl(path: string): string {
  const root = document.documentElement.dataset['root'] ?? './';
  return new URL(path, new URL(root, document.baseURI)).href;
}
