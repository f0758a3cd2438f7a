import os from 'node:os';
import path from 'node:path';

/** Where this user's caches live; SKIP_CONNECTIONS_CACHE overrides. */
export function cacheFolder(): string {
  const { env } = process;
  const own = env['SKIP_CONNECTIONS_CACHE'];
  if (own) return path.resolve(own);
  const home = os.homedir();
  if (process.platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'), 'skip-connections');
  }
  if (process.platform === 'darwin') return path.join(home, 'Library/Caches/skip-connections');
  return path.join(env['XDG_CACHE_HOME'] ?? path.join(home, '.cache'), 'skip-connections');
}
