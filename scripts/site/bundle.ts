import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { moveInlineStyles } from './inlineStyles.ts';
import { addOffline } from './offline/addOffline.ts';
import { fillTemplate } from './pages.ts';
import { addPolicy } from './policy.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const renderers = path.join(root, 'node_modules/.cache/renderer');

/** Builds the site into dist/: the browser's bundles, then every page as HTML of its own. */
export async function bundle(): Promise<void> {
  // A folder of its own, so that a second build in one process loads its own renderer. No query would do: parts of it
  // import its entry by name, and would get another copy.
  const rendererFolder = path.join(renderers, String(Date.now()));
  await viteBuild({ root, logLevel: 'warn' });
  await viteBuild({
    root,
    logLevel: 'warn',
    publicDir: false,
    build: { ssr: 'src/pages/render.tsx', outDir: rendererFolder, emptyOutDir: true },
  });
  await renderPages(rendererFolder);
  await rm(rendererFolder, { recursive: true });
}

async function renderPages(rendererFolder: string): Promise<void> {
  const entry = pathToFileURL(path.join(rendererFolder, 'render.js'));
  const renderer = (await import(entry.href)) as typeof import('../../src/pages/render.tsx');
  const built = await readFile(path.join(dist, 'index.html'), 'utf8');
  // A style sheet that is asked for as from another site is refused to a page opened as a file.
  const template = addPolicy(
    built.replace('<link rel="stylesheet" crossorigin ', '<link rel="stylesheet" '),
  );
  for (const page of renderer.sitePages) {
    const file = path.join(dist, page.path, 'index.html');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, fillTemplate(template, await renderer.renderPage(page)));
  }
  await moveInlineStyles(
    dist,
    renderer.sitePages.map((page) => page.path),
  );
  await writeFile(path.join(dist, '404.html'), addPolicy(renderer.renderNotFound()));
  await writeFile(path.join(dist, 'chapter.json'), renderer.chapterIndex());
  await writeFile(path.join(dist, 'search.json'), await renderer.searchIndex());
  await writeFile(path.join(dist, 'questions.json'), await renderer.voteQuestions());
  await addOffline(
    dist,
    renderer.sitePages.map((page) => page.path),
  );
}
