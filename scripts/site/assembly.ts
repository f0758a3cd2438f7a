import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const kernels = path.join(root, 'src/kernels');
const output = path.join(kernels, 'wasm/kernels.wasm');

/**
 * Compiles the AssemblyScript kernels to src/kernels/wasm/kernels.wasm, unless that is newer than
 * every source. What an operation's `*.assembly.ts` exports the module exports; what they share stands in
 * src/kernels/wasm/assembly. Throws with the compiler's messages if they don't compile, or if the module would
 * write to TensorFlow.js's memory by itself.
 */
export async function buildAssembly(): Promise<void> {
  if (isFresh()) return;
  // Imported here because the compiler takes seconds to load, and the kernels are usually fresh.
  const { default: asc } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      ...listSources().filter(isEntry),
      ...['--outFile', 'kernels.wasm', '--baseDir', kernels],
      ...['--runtime', 'stub', '--importMemory', '--noExportMemory', '--enable', 'simd'],
      ...['-O3', '--noAssert', '--converge'],
      // Warns of v128 in exports of shared files, though only those of the entries leave the module.
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
      server.watcher.on('change', (file) => {
        if (!isSource(path.relative(kernels, file))) return;
        buildAssembly().catch((error: unknown) => server.config.logger.error(String(error)));
      });
    },
  };
}

function isFresh(): boolean {
  if (!existsSync(output)) return false;
  const built = statSync(output).mtimeMs;
  const files = listSources().map((file) => path.join(kernels, file));
  return [...files, import.meta.filename].every((file) => statSync(file).mtimeMs < built);
}

/** In an order that does not depend on the file system, so that the module doesn't either. */
function listSources(): string[] {
  return readdirSync(kernels, { recursive: true, encoding: 'utf8' }).filter(isSource).sort();
}

/** @param file from src/kernels on */
function isSource(file: string): boolean {
  return (
    isEntry(file) || (path.dirname(file) === path.join('wasm', 'assembly') && /\.ts$/.test(file))
  );
}

function isEntry(file: string): boolean {
  return file.endsWith('.assembly.ts');
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
