import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { cacheFolder } from '../../../scripts/npm/cacheFolder.ts';

afterEach(() => vi.unstubAllEnvs());

test('SKIP_CONNECTIONS_CACHE chooses the folder', () => {
  vi.stubEnv('SKIP_CONNECTIONS_CACHE', 'chosen');
  expect(cacheFolder()).toBe(path.resolve('chosen'));
});

test.runIf(process.platform === 'linux')('otherwise it is in this user’s caches', () => {
  vi.stubEnv('SKIP_CONNECTIONS_CACHE', '');
  vi.stubEnv('XDG_CACHE_HOME', '/fast');
  expect(cacheFolder()).toBe('/fast/skip-connections');
});
