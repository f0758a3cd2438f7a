import path from 'node:path';
import envPaths from 'env-paths';

/** Where this user's caches for the project live; SKIP_CONNECTIONS_CACHE overrides. */
export function cacheFolder(): string {
  const chosen = process.env['SKIP_CONNECTIONS_CACHE'];
  return chosen ? path.resolve(chosen) : envPaths('skip-connections', { suffix: '' }).cache;
}
