import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';

/** Notes every script that a page and its workers fetch from now on; call the result for their bodies. */
export function collectScripts(page: Page): () => Promise<Buffer[]> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  return () => Promise.all(bodies);
}

/** What they weigh on the way, each compressed by itself, in thousands of bytes. */
export function gzippedKb(bodies: Buffer[]): number {
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}
