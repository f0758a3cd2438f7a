import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readShardFolder } from '../cifar10/shardFolder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const stampFile = path.join(root, 'dist/.built-from');
const data = 'data/cifar10';

/** Builds dist/ and notes what it was built from. */
export async function buildSite(): Promise<void> {
  const inputs = hashInputs();
  // Imported here because Vite takes a second to load, which a start without a build should not wait for.
  const { bundle } = await import('./bundle.ts');
  await bundle();
  writeFileSync(stampFile, inputs);
}

/** Builds dist/ in a process of its own, whose end gives back the 1.4 GB that Vite takes. */
async function buildSiteApart(): Promise<void> {
  const build = path.join(root, 'scripts/build.ts');
  const child = fork(build, { execArgv: ['--import', 'tsx'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The chapter could not be built; the reason is above.');
}

/** Builds dist/ unless it was built from what is here now. */
export async function buildSiteIfStale(): Promise<void> {
  if (await isFresh()) return;
  console.log('Building the chapter …');
  await buildSiteApart();
}

async function isFresh(): Promise<boolean> {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hashInputs()) return false;
  const hasData = await readShardFolder(path.join(root, 'public', data));
  return !hasData || (await readShardFolder(path.join(root, 'dist', data))) !== undefined;
}

/** Changes whenever a file that the build reads is added, removed or written. */
function hashInputs(): string {
  const hash = createHash('sha256');
  const folders = ['src', 'content', 'public', 'scripts'];
  const files = ['index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
  for (const file of [...folders.flatMap(listFiles), ...files]) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(place);
      return isInput(place) ? [place] : [];
    });
}

/** Kernels are compiled by the build itself; a manifest stands for all its shards. */
function isInput(file: string): boolean {
  const isCompiled = file.startsWith('src/') && file.endsWith('.wasm');
  const isShard = file.startsWith(`public/${data}/`) && !file.endsWith('manifest.json');
  return !isCompiled && !isShard;
}
