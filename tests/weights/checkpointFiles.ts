import { readFileSync } from 'node:fs';

/** A file that real PyTorch wrote: see tests/reference/make_checkpoints.py. */
export function checkpointFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../reference/checkpoints/${name}`, import.meta.url)));
}
