import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { moveInlineStyles } from './inlineStyles.ts';
import { fillTemplate } from './pages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const rendererFolder = path.join(root, 'node_modules/.cache/renderer');

/** Builds the site into dist/: the browser's bundles, then every page as HTML of its own. */
export async function bundle(): Promise<void> {
  await viteBuild({ root, logLevel: 'warn' });
  await viteBuild({
    root,
    logLevel: 'warn',
    publicDir: false,
    build: { ssr: 'src/pages/render.tsx', outDir: rendererFolder, emptyOutDir: true },
  });
  await renderPages();
  await rm(rendererFolder, { recursive: true });
}

async function renderPages(): Promise<void> {
  const entry = pathToFileURL(path.join(rendererFolder, 'render.js'));
  // The query makes a second build in one process load its own renderer.
  const renderer = (await import(
    `${entry.href}?${Date.now()}`
  )) as typeof import('../../src/pages/render.tsx');
  const built = await readFile(path.join(dist, 'index.html'), 'utf8');
  // A style sheet that is asked for as from another site is refused to a page opened as a file.
  const template = built.replace('<link rel="stylesheet" crossorigin ', '<link rel="stylesheet" ');
  for (const page of renderer.sitePages) {
    const file = path.join(dist, page.path, 'index.html');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, fillTemplate(template, await renderer.renderPage(page)));
  }
  await moveInlineStyles(
    dist,
    renderer.sitePages.map((page) => page.path),
  );
  await writeFile(path.join(dist, '404.html'), renderer.renderNotFound());
  await writeFile(path.join(dist, 'chapter.json'), renderer.chapterIndex());
}
