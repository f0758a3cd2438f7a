/** What a class link can hide, in the order in which it names them. */
export const hideable = ['solutions', 'hints', 'answers', 'controls'] as const;

export type Hideable = (typeof hideable)[number];

/** How long the title of a class link may be; public/scripts/classroom.js reads no longer ones. */
const titleLength = 60;

export interface ClassLink {
  /** The address where the class begins, with the state of a figure if it has one. */
  start: string;
  hides: readonly Hideable[];
  /** Such as `Week 3`; empty for none. */
  title: string;
}

/** The address for a class, such as `…/residual/?factor=0&class=solutions.hints~Week+3#block-machine`. */
export function writeClassLink({ start, hides, title }: ClassLink): string {
  const url = new URL(start);
  // The first half of a sign that is cut in two could not be written.
  const named = title
    .replaceAll('~', '-')
    .trim()
    .slice(0, titleLength)
    .replace(/[\ud800-\udbff]$/, '');
  const value = hideable.filter((one) => hides.includes(one)).join('.') + (named && `~${named}`);
  if (!value) return withoutClass(url).href;
  const { search } = withoutClass(url);
  // By hand: URLSearchParams would write the tilde as %7E.
  const written = encodeURIComponent(value).replaceAll('%20', '+');
  url.search = `${search}${search ? '&' : '?'}class=${written}`;
  return url.href;
}

/** Takes out what an earlier class link says. */
function withoutClass(url: URL): URL {
  url.search = url.search.replace(/([?&])class=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return url;
}

/**
 * The place in this site that a pasted link leads to, as an address; null where it leads elsewhere.
 * @param root the site's address
 * @param paths the folders of its pages, such as `residual/`, and '' for the cover
 */
export function placeOf(pasted: string, root: string, paths: readonly string[]): string | null {
  const url = parse(pasted.trim(), root);
  if (!url) return null;
  const { href, search, hash } = url;
  const page = href.slice(0, href.length - hash.length - search.length).replace(/index\.html$/, '');
  const path = page.startsWith(root) ? page.slice(root.length) : undefined;
  return path !== undefined && paths.includes(path) ? root + path + search + hash : null;
}

function parse(text: string, base: string): URL | null {
  try {
    return text === '' ? null : new URL(text, base);
  } catch {
    return null;
  }
}
