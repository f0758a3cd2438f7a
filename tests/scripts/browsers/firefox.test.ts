import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFirefox, firefoxPlaces } from '../../../scripts/browsers/firefox.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firefox-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('FIREFOX_PATH comes first, and is an error that says what to do where it names no file', async () => {
  const program = path.join(folder, 'my-firefox');
  vi.stubEnv('FIREFOX_PATH', program);
  expect(() => findFirefox()).toThrow(/FIREFOX_PATH is .*my-firefox, but .* set it/);
  await writeFile(program, '');
  expect(findFirefox()).toBe(program);
});

test.runIf(process.platform === 'linux')('one on PATH is found', async () => {
  const program = path.join(folder, 'firefox-esr');
  await writeFile(program, '#!/bin/sh\nexit 0\n');
  await chmod(program, 0o755);
  vi.stubEnv('FIREFOX_PATH', '');
  vi.stubEnv('PATH', folder);
  expect(findFirefox()).toBe(program);
});

test('looks where each system has its programs', () => {
  expect(firefoxPlaces({ PATH: '/opt/bin:/usr/bin' }, 'linux')).toEqual(
    expect.arrayContaining(['/opt/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/firefox']),
  );
  expect(firefoxPlaces({}, 'darwin')).toEqual(['/Applications/Firefox.app/Contents/MacOS/firefox']);
  expect(firefoxPlaces({ PROGRAMFILES: 'C:\\Program Files' }, 'win32')).toEqual([
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);
});
