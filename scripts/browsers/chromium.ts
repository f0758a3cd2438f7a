import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { installPackage, run } from './install.ts';

/** Flags for a quiet, headless Chromium that offers WebGL2 without a GPU. */
export const chromiumArgs = [
  '--no-sandbox',
  // What prints them in the headless shell takes the signals by which WebAssembly learns of its own errors.
  '--disable-in-process-stack-traces',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader',
  // A camera for the tests, and no question about it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/**
 * Flags for WebGPU in software. Shaders that need not clear what their workgroups share compile ten times as fast, and
 * one that reads it before it is written is found out.
 */
export const webgpuArgs = [
  '--enable-unsafe-webgpu',
  '--enable-dawn-features=disable_workgroup_init',
];

/**
 * The Chromium to drive: CHROME_PATH, else an installed Chrome or Chromium, else Playwright's own.
 * Throws when CHROME_PATH names no file.
 */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen && !existsSync(chosen)) {
    throw new Error(
      `CHROME_PATH is ${chosen}, but there is no such file: set it to the path of Chrome or Chromium, or unset it.`,
    );
  }
  const places = chromiumPlaces(process.env, process.platform, os.homedir());
  return chosen || [...places, playwrightsOwn()].find((place) => place && existsSync(place));
}

/** The same, and installs one if there is none. Throws a sentence that says what to do if that fails. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found && (process.env['CHROME_PATH'] || starts(found))) return found;

  console.log('No Chrome or Chromium found; downloading one with Playwright …');
  const playwright = path.resolve(import.meta.dirname, '../../node_modules/playwright/cli.js');
  await run(process.execPath, [playwright, 'install', 'chromium']);
  const downloaded = playwrightsOwn();
  if (downloaded && starts(downloaded)) return downloaded;

  console.log('The download failed.');
  await installPackage('chromium');
  const installed = findChromium();
  if (installed && starts(installed)) return installed;

  throw new Error(
    'The tests need Chrome or Chromium, and none could be installed: install one, or set CHROME_PATH to its path, and run the command again.',
  );
}

/**
 * The same for pages that are only read: Debian's headless shell, where its Chromium is found. Without a window's own
 * pages it takes a sixth less of the processor.
 */
export async function ensureHeadlessShell(): Promise<string> {
  const chromium = await ensureChromium();
  if (process.env['CHROME_PATH'] || chromium !== '/usr/bin/chromium') return chromium;
  const shell = `${chromium}-headless-shell`;
  if (!existsSync(shell)) await installPackage(path.basename(shell));
  return existsSync(shell) && starts(shell) ? shell : chromium;
}

/** Where Chrome and Chromium are usually installed, the likeliest first. */
export function chromiumPlaces(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
  home: string,
): string[] {
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(home, 'Applications')].flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
      ['Google\\Chrome', 'Chromium'].flatMap((program) =>
        env[name] ? path.win32.join(env[name], program, 'Application\\chrome.exe') : [],
      ),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = [...(env['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

function playwrightsOwn(): string | undefined {
  // Loaded only when no other is found: it takes a while.
  const { chromium } = createRequire(import.meta.url)('playwright') as typeof import('playwright');
  return chromium.executablePath() || undefined;
}

/** A downloaded Chromium may lack libraries of the system. On Windows, where asking opens a window, it has them. */
function starts(program: string): boolean {
  return process.platform === 'win32' || spawnSync(program, ['--version']).status === 0;
}
