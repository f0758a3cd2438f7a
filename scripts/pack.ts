import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { packSite } from './pack/packSite.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';

/**
 * `npm run pack [-- --without-pictures]`: one zip in pack/ with the whole chapter, for any web server or a USB stick.
 * Without the pictures it is small enough to mail, and everything but training works.
 */
const option = '--without-pictures';
const root = path.resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((argument) => argument !== option);
if (unknown.length > 0) {
  console.error(`npm run pack does not know ${unknown.join(' ')}; it takes ${option}.`);
  process.exitCode = 1;
} else await pack(!wanted.includes(option));

async function pack(hasPictures: boolean): Promise<void> {
  if (hasPictures) await prepareCifar10();
  await buildSiteIfStale();
  const folder = path.join(root, 'pack');
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, `skip-connections${hasPictures ? '' : '-without-pictures'}.zip`);
  await packSite(path.join(root, 'dist'), target, hasPictures);
  const { size } = await stat(target);
  console.log(
    `${path.relative(root, target)}: ${(size / 1e6).toFixed(1)} MB. README.txt in it says how to use it.`,
  );
}
