import path from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../../scripts/npm/cacheFolder.ts';

const home = path.join('/', 'home', 'reader');

test.each([
  ['Linux', {}, 'linux', path.join(home, '.cache', 'skip-connections')],
  ['Linux with XDG', { XDG_CACHE_HOME: '/fast' }, 'linux', path.join('/fast', 'skip-connections')],
  ['an empty XDG', { XDG_CACHE_HOME: '' }, 'linux', path.join(home, '.cache', 'skip-connections')],
  ['macOS', {}, 'darwin', path.join(home, 'Library', 'Caches', 'skip-connections')],
  ['Windows', { LOCALAPPDATA: '/local' }, 'win32', path.join('/local', 'skip-connections')],
  ['a choice', { SKIP_CONNECTIONS_CACHE: '/chosen' }, 'linux', path.resolve('/chosen')],
] as const)('on %s', (_, env, platform, expected) => {
  expect(cacheFolder(env, platform, home)).toBe(expected);
});
