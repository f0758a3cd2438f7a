/**
 * How a request is answered: a page and what changes come from the network while there is one, a fixed file from
 * the cache. Undefined: as if there were no service worker.
 */
export type Way = 'page' | 'changing' | 'fixed';

/** Files that a page takes for granted, below the site's root, and other pages, which it reads. */
const known = /^(scripts|samples|models|data)\/|^[\w-]+\.(json|svg)$|^([\w-]+\/)?$/;
/** Large files, whose readers check what they get and ask for it afresh where it is damaged. */
const large = /^(models|data)\/.*\.(bin|safetensors)$/;

/** @param scope the site's root, an absolute address */
export function wayOf(
  request: Pick<Request, 'method' | 'url' | 'mode' | 'cache'> & { headers: Headers },
  scope: string,
): Way | undefined {
  const { method, mode, cache } = request;
  const address = keyless(request.url);
  if (method !== 'GET' || !address.startsWith(scope)) return undefined;
  // Whoever asks for a part of a file, or past all caches, keeps it elsewhere.
  if (request.headers.has('Range') || cache === 'no-store' || cache === 'only-if-cached')
    return undefined;
  const path = address.slice(scope.length);
  if (mode === 'navigate') return /\.(?!html$)\w+$/.test(path) ? undefined : 'page';
  if (path.startsWith('assets/')) return 'fixed';
  if (large.test(path)) return cache === 'reload' ? 'changing' : 'fixed';
  return known.test(path) ? 'changing' : undefined;
}

const keyless = (url: string) => url.replace(/[?#].*$/s, '');
