import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchPackage } from '../../../scripts/npm/fetchPackage.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fetch-'));
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** Puts an `npm` before the real one. */
async function npmIs(script: string): Promise<void> {
  const npm = path.join(folder, 'npm');
  await writeFile(npm, `#!/bin/sh\n${script}\n`);
  await chmod(npm, 0o755);
}

const fetchSome = () =>
  fetchPackage({ package: 'some@1.0.0', integrity: 'sha512-none' }, folder, /./);

test.skipIf(process.platform === 'win32')(
  'what npm complains of is the error, with its code',
  async () => {
    await npmIs('echo "npm warn old" >&2; echo "npm error code ENOTFOUND" >&2; exit 1');
    const error = { code: 'ENOTFOUND', message: 'npm pack: npm error code ENOTFOUND' };
    await expect(fetchSome()).rejects.toMatchObject(error);
  },
);

test.skipIf(process.platform === 'win32')(
  'another tarball than the pinned one is refused',
  async () => {
    await npmIs('echo other > some-1.0.0.tgz');
    await expect(fetchSome()).rejects.toThrow(/is not some@1\.0\.0: its checksum/);
  },
);
