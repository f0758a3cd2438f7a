import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildGallery } from '../../scripts/site/gallery.ts';
import { serve } from '../../scripts/site/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    galleryUrl: string;
  }
}

/** Serves the built site and the gallery for all browser tests; `npm test` builds the site first. */
export default async function setup({ provide }: TestProject) {
  if (!existsSync('dist/index.html')) throw new Error('Build the site first: npm run build');
  const site = await serve('dist', 0);
  const gallery = await serve(await buildGallery(), 0);
  provide('siteUrl', site.url);
  provide('galleryUrl', new URL('tests/gallery/', gallery.url).href);
  return () => Promise.all([site.close(), gallery.close()]);
}
