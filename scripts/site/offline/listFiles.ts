import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OfflineFile, OfflineList } from '../../../src/contract/offline.ts';
import { partOf } from './partOf.ts';

/** The list of what is of use offline in the built site in a folder. Pages stand in it by their folders. */
export async function listFiles(site: string): Promise<OfflineList> {
  const found = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const files: OfflineFile[] = [];
  const all = createHash('sha256');
  for (const file of paths) {
    const part = partOf(file);
    if (!part) continue;
    const content = await readFile(path.join(site, file));
    const revision = createHash('sha256').update(content).digest('hex').slice(0, 12);
    all.update(`${file} ${revision}\n`);
    const isNamedByContent = file.startsWith('assets/');
    files.push({
      path: file.replace(/(^|\/)index\.html$/, '$1'),
      bytes: content.length,
      part,
      ...(!isNamedByContent && { revision }),
    });
  }
  return { version: all.digest('hex').slice(0, 12), files };
}
