import type { TestProject } from 'vitest/node';
import { buildGallery } from '../../scripts/site/gallery.ts';
import { serve } from '../../scripts/site/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    galleryUrl: string;
  }
}

/** Builds the gallery and serves it, for the tests that look at every state of a figure. */
export default async function setup({ provide }: TestProject) {
  const { url, close } = await serve(await buildGallery(), 0);
  provide('galleryUrl', new URL('tests/gallery/', url).href);
  return close;
}
