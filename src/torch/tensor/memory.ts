import { TorchError } from '../TorchError.ts';

/** Bytes that a reader's tensors may take at once. */
let limit = 640 * 2 ** 20;
/** Of all that was allocated since `live` was last counted. */
let since = 0;
let live = 0;
let countLive: () => number = () => 0;
let collect: () => void = () => undefined;

/** Sets the limit in bytes, how the bytes of all tensors in use are counted, and how Python lets go of some. */
export function limitMemory(bytes: number, count: () => number, letGo: () => void): void {
  limit = bytes;
  countLive = count;
  collect = letGo;
  since = 0;
  live = 0;
}

/**
 * Notes that `bytes` will be allocated. JavaScript frees tensors when it likes and tells nobody, so those in
 * use are counted anew only once the allocations since the last count could have reached the limit.
 * @throws {TorchError} RuntimeError where they don't fit
 */
export function allocate(bytes: number): void {
  since += bytes;
  if (live + since <= limit) return;
  live = countLive();
  since = bytes;
  if (live + since <= limit) return;
  collect();
  live = countLive();
  if (live + since <= limit) return;
  since = 0;
  throw new TorchError(
    'RuntimeError',
    `out of memory: this page lets tensors take ${mebibytes(limit)} MB; ${mebibytes(live)} MB are in use, ` +
      `and ${mebibytes(bytes)} MB more were asked for`,
  );
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
