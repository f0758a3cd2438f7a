import path from 'node:path';
import { build as viteBuild } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'node_modules/.cache/gallery');

/**
 * Builds the page that shows every state of every figure, for tests of what they look like: the states are
 * examples, so nothing is computed. Returns the folder to serve; the page is tests/gallery/index.html in it.
 */
export async function buildGallery(): Promise<string> {
  await viteBuild({
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: path.join(root, 'tests/gallery/index.html') },
    },
  });
  return folder;
}
