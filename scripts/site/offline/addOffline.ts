import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { offlineListFile, serviceWorkerFile } from '../../../src/contract/offline.ts';
import { bundlerChecks } from '../bundlerChecks.ts';
import { listFiles } from './listFiles.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/**
 * Adds to the built site in a folder what makes it work offline: the list of its files, the service worker, and in every
 * page the version of both.
 * @param pages of the site, by their folders
 */
export async function addOffline(site: string, pages: string[]): Promise<void> {
  const list = await listFiles(site);
  for (const page of pages) {
    const file = path.join(site, page, 'index.html');
    const html = await readFile(file, 'utf8');
    await writeFile(file, html.replace('data-version=""', `data-version="${list.version}"`));
  }
  // What was added has its own length.
  for (const file of list.files) {
    if (pages.includes(file.path)) file.bytes += list.version.length;
  }
  await writeFile(path.join(site, offlineListFile), JSON.stringify(list));
  await buildWorker(site, list.version);
}

async function buildWorker(site: string, version: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      'import.meta.env.SITE_VERSION': JSON.stringify(version),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: site,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: { checks: bundlerChecks },
      lib: {
        entry: path.join(root, 'src/workers/service.worker.ts'),
        name: 'serviceWorker',
        formats: ['iife'],
        fileName: () => serviceWorkerFile,
      },
    },
  });
}
