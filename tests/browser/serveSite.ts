import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/site/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
  }
}

/** Serves the built site for all browser tests; `npm test` builds it first. */
export default async function setup({ provide }: TestProject) {
  if (!existsSync('dist/index.html')) throw new Error('Build the site first: npm run build');
  const { url, close } = await serve('dist', 0);
  provide('siteUrl', url);
  return close;
}
