/** The address of a page of the site; the folder it lies in may be any. */
export function pageAddress(path: string): URL {
  return new URL((document.documentElement.dataset['root'] ?? './') + path, location.href);
}
