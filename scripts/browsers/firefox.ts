import { existsSync } from 'node:fs';
import path from 'node:path';
import { firefox, type Browser } from 'playwright';
import { installPackage } from './install.ts';

/**
 * The Firefox to drive: FIREFOX_PATH, else an installed one.
 * Throws when FIREFOX_PATH names no file.
 */
export function findFirefox(): string | undefined {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen && !existsSync(chosen)) {
    throw new Error(
      `FIREFOX_PATH is ${chosen}, but there is no such file: set it to the path of Firefox, or unset it.`,
    );
  }
  return chosen || firefoxPlaces(process.env, process.platform).find((place) => existsSync(place));
}

/** Installs a Firefox if there is none and it can be had. Without one its tests are skipped, and this says so. */
export async function ensureFirefox(): Promise<void> {
  if (findFirefox()) return;
  await installPackage('firefox-esr');
  if (findFirefox()) return;
  console.log(
    'There is no Firefox, and none could be installed: its tests are skipped. Install one, or set FIREFOX_PATH to its path, to run them.',
  );
}

/** Where Firefox is usually installed, the likeliest first. */
export function firefoxPlaces(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
): string[] {
  if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) =>
      env[name] ? path.win32.join(env[name], 'Mozilla Firefox\\firefox.exe') : [],
    );
  }
  const folders = [...(env['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin', '/snap/bin'];
  return ['firefox-esr', 'firefox'].flatMap((name) =>
    folders.map((folder) => path.posix.join(folder, name)),
  );
}

/** Starts a Firefox as it is released, which Playwright drives through WebDriver BiDi. */
export async function launchFirefox(executablePath: string): Promise<Browser> {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
  ignoreMediaFeatures(browser);
  return browser;
}

/** What of Playwright's own is touched here. */
interface Inside {
  _connection: { toImpl(browser: Browser): { _browserSession: object } };
}

/**
 * Playwright sets the colour scheme of each context and page by a command that Firefox does not know yet, and
 * fails: answers it here instead. The pages then see the scheme of the system.
 */
function ignoreMediaFeatures(browser: Browser): void {
  const { _browserSession } = (browser as unknown as Inside)._connection.toImpl(browser);
  const sessions = Object.getPrototypeOf(_browserSession) as {
    send(method: string, params: unknown): Promise<unknown>;
  };
  const { send } = sessions;
  sessions.send = function (method, params) {
    if (method === 'emulation.setMediaFeaturesOverride') return Promise.resolve({});
    return send.call(this, method, params);
  };
}
