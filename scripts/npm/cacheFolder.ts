import os from 'node:os';
import path from 'node:path';

/** Where this user's caches for the project live; SKIP_CONNECTIONS_CACHE overrides. */
export function cacheFolder(
  env: Record<string, string | undefined> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = os.homedir(),
): string {
  if (env['SKIP_CONNECTIONS_CACHE']) return path.resolve(env['SKIP_CONNECTIONS_CACHE']);
  return path.join(userCaches(env, platform, home), 'skip-connections');
}

function userCaches(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches');
  return env['XDG_CACHE_HOME'] || path.join(home, '.cache');
}
