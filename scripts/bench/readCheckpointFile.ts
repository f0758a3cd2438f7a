import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkHash } from '../../src/weights/checkHash.ts';
import { readCheckpoint } from '../../src/weights/readCheckpoint.ts';

/** What one process took to read a checkpoint that was in its memory already. */
export interface Reading {
  ms: number;
  /** Of the file and of what its reading added, at most at one time. */
  peakBytes: number;
  /** Of all tensors as float32. */
  weightBytes: number;
}

// A process of its own (`readCheckpointFile.ts FILE`): the peak that the system keeps is a whole process's.
const [file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const before = process.memoryUsage.rss();
const start = performance.now();
await checkHash(bytes, path.basename(file));
const { state } = readCheckpoint(bytes, path.basename(file));
const ms = performance.now() - start;
// What was at its peak before counts as well, so this says too much rather than too little.
const grown = Math.max(0, peakMemory() - before);
const weightBytes = Object.values(state).reduce((sum, { data }) => sum + data.byteLength, 0);
const reading: Reading = { ms, peakBytes: bytes.length + grown, weightBytes };
console.log(JSON.stringify(reading));

/** In bytes. On Linux maxRSS also counts what the process that started this one had. */
function peakMemory(): number {
  const kilobytes =
    process.platform === 'linux'
      ? Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
      : process.resourceUsage().maxRSS;
  return kilobytes * 1024;
}
