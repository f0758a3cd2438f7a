import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { vi } from 'vitest';

const site = path.resolve(import.meta.dirname, '../../public');
const folder = path.join(site, 'data/cifar10');

/** Where the prepared CIFAR-10 is served. */
export const baseUrl = 'https://site.example/';

/** `npm test` prepares the data and sets the variable: there its absence is a failure, never a skipped test. */
export const hasNoPictures =
  !existsSync(path.join(folder, 'manifest.json')) && !process.env['EXPECT_CIFAR10'];

/** Answers `fetch` with the site's models and the pictures that were prepared for it, until `vi.unstubAllGlobals`. */
export function servePreparedSite(): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const { pathname } = new URL(url);
    const root = pathname.startsWith('/models/') ? site : folder;
    return new Response(await readFile(path.join(root, pathname)));
  });
}
