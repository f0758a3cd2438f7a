import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  chromiumPlaces,
  ensureChromium,
  findChromium,
} from '../../../scripts/browsers/chromium.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chromium-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('CHROME_PATH comes first', async () => {
  const program = path.join(folder, 'my-chrome');
  await writeFile(program, '');
  vi.stubEnv('CHROME_PATH', program);
  expect(findChromium()).toBe(program);
  expect(await ensureChromium()).toBe(program);
});

test('a CHROME_PATH without a program is an error that says what to do', async () => {
  vi.stubEnv('CHROME_PATH', path.join(folder, 'gone'));
  expect(() => findChromium()).toThrow(/CHROME_PATH is .*gone, but there is no such file: set it/);
  await expect(ensureChromium()).rejects.toThrow(/CHROME_PATH/);
});

test.runIf(process.platform === 'linux')('one on PATH is found', async () => {
  const program = path.join(folder, 'google-chrome');
  await writeFile(program, '#!/bin/sh\nexit 0\n');
  await chmod(program, 0o755);
  vi.stubEnv('CHROME_PATH', '');
  vi.stubEnv('PATH', folder);
  expect(findChromium()).toBe(program);
});

test('looks where each system has its programs', () => {
  expect(chromiumPlaces({ PATH: '/opt/bin:/usr/bin' }, 'linux', '/home/reader')).toEqual(
    expect.arrayContaining(['/opt/bin/google-chrome', '/usr/bin/chromium', '/snap/bin/chromium']),
  );
  expect(chromiumPlaces({}, 'darwin', '/Users/reader')).toEqual(
    expect.arrayContaining([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/reader/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]),
  );
  expect(chromiumPlaces({ PROGRAMFILES: 'C:\\Program Files' }, 'win32', 'C:\\Users\\r')).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ]);
});
