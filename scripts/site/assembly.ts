import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const sources = path.join(root, 'src/kernels/wasm/assembly');
const output = path.join(root, 'src/kernels/wasm/kernels.wasm');

/**
 * Compiles the AssemblyScript kernels to src/kernels/wasm/kernels.wasm, unless that is newer than
 * every source. Throws with the compiler's messages if they don't compile, or if the module would
 * write to TensorFlow.js's memory by itself.
 */
export async function buildAssembly(): Promise<void> {
  if (isFresh()) return;
  // Imported here because the compiler takes seconds to load, and the kernels are usually fresh.
  const { default: asc } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      ...['--outFile', 'kernels.wasm', '--baseDir', sources],
      ...['--runtime', 'stub', '--importMemory', '--noExportMemory', '--enable', 'simd'],
      ...['-O3', '--noAssert', '--converge'],
      // Warns of v128 in exports of inner files, though only those of index.ts leave the module.
      ...['--disableWarning', '112'],
    ],
    {
      writeFile(_name, contents) {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`AssemblyScript: ${error?.message}\n${stderr.toString()}`);
  refuseOwnMemory(binary);
  // Written aside and renamed, so that a process that reads it meanwhile sees the old one or the new.
  const aside = `${output}.${process.pid}`;
  await mkdir(path.dirname(output), { recursive: true });
  try {
    await writeFile(aside, binary);
    await rename(aside, output);
  } finally {
    await rm(aside, { force: true });
  }
}

/** Builds the kernels before Vite or vitest starts, and again when a source changes under `vite dev`. */
export function assembly(): Plugin {
  return {
    name: 'assembly',
    configResolved: buildAssembly,
    configureServer(server) {
      server.watcher.add(sources);
      server.watcher.on('change', (file) => {
        if (!file.startsWith(sources)) return;
        buildAssembly().catch((error: unknown) => server.config.logger.error(String(error)));
      });
    },
  };
}

function isFresh(): boolean {
  if (!existsSync(output)) return false;
  const built = statSync(output).mtimeMs;
  const files = readdirSync(sources).map((file) => path.join(sources, file));
  return [...files, import.meta.filename].every((file) => statSync(file).mtimeMs < built);
}

const sectionNames = new Map([
  [5, 'a memory'],
  [8, 'a start function'],
  [11, 'data'],
]);

/** A module with any of these sections would overwrite tensors when instantiated on their memory. */
function refuseOwnMemory(binary: Uint8Array): void {
  // After the header of 8 bytes: sections of id, length (LEB128), contents.
  for (let at = 8; at < binary.length;) {
    const section = sectionNames.get(binary[at] ?? 0);
    if (section)
      throw new Error(`AssemblyScript: the kernels must not hold ${section} of their own.`);
    let length = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = binary[++at] ?? 0;
      length |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    at += 1 + length;
  }
}
