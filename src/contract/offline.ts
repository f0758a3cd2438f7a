/** The parts of the site that a reader can save for offline, one by one. */
export type OfflinePart = 'chapter' | 'classifier' | 'python' | 'pictures' | 'morePictures';

/** A file of the built site that is of use without a network. */
export interface OfflineFile {
  /** From the site's root on; of a page its folder, '' for the cover. */
  path: string;
  bytes: number;
  part: OfflinePart;
  /** Of its content. A file without one has it in its name, and never changes. */
  revision?: string;
}

/** The built site's own list of its files, which `npm run build` makes. */
export interface OfflineList {
  /** Changes with any of the files. Every page has it in `data-version`. */
  version: string;
  files: OfflineFile[];
}

/** The list's place below the site's root. */
export const offlineListFile = 'offline-files.json';
/** The service worker's; it must lie in the root, whose pages it serves. */
export const serviceWorkerFile = 'service-worker.js';

/**
 * What a page asks of the service worker. `version` is answered through the port that comes with it, and so is `stop`,
 * once nothing more is kept that a page has asked for so far.
 */
export type OfflineCommand =
  | { type: 'version' }
  | { type: 'stop' }
  | { type: 'keep'; urls: string[]; code: boolean };

/** The cache of the site whose root is at `scope`: several may lie on one host. */
export function cacheNameOf(scope: string): string {
  return `skip-connections ${new URL(scope).pathname}`;
}

/** Under which address a file is kept: without query and hash, a page by its folder. */
export function keyOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, '/');
}
