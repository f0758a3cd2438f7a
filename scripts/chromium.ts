import { existsSync } from 'node:fs';

/** Flags for a quiet, headless Chromium that offers WebGL2 without a GPU. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The Chromium to drive: CHROME_PATH, else one that is installed. */
export function findChromium(): string | undefined {
  return process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
}
