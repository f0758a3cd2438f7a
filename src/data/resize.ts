import { assert } from '../lib/assert.ts';
import { cifarSize } from './cifar10.ts';

/**
 * Averages pictures [n, 32, 32, 3] down to [n, size, size, 3]: every new pixel is the mean of the area it
 * covers, rounded to a byte. Exact when `size` divides 32; size 32 returns the pictures as they are.
 */
export function shrink(pictures: Uint8Array, size: number): Uint8Array {
  assert(
    Number.isInteger(size) && size >= 1 && size <= cifarSize,
    `shrink: size ${size} is not in 1 … 32.`,
  );
  if (size === cifarSize) return pictures;
  const count = pictures.length / (cifarSize * cifarSize * 3);
  const spans = overlaps(size);
  const small = new Uint8Array(count * size * size * 3);
  let out = 0;
  for (let n = 0; n < count; n++) {
    const picture = n * cifarSize * cifarSize * 3;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        for (let channel = 0; channel < 3; channel++) {
          small[out++] = Math.round(
            areaMean(pictures, picture + channel, spans[y] as Span, spans[x] as Span),
          );
        }
      }
    }
  }
  return small;
}

/** The source pixels that one target pixel covers along an axis, with the share of each; shares sum to 1. */
interface Span {
  start: number;
  shares: number[];
}

function overlaps(size: number): Span[] {
  const scale = cifarSize / size;
  return Array.from({ length: size }, (_, i) => {
    const from = i * scale;
    const to = from + scale;
    const start = Math.floor(from);
    const end = Math.min(cifarSize, Math.ceil(to - 1e-9));
    const shares = Array.from(
      { length: end - start },
      (_, k) => (Math.min(to, start + k + 1) - Math.max(from, start + k)) / scale,
    );
    return { start, shares };
  });
}

function areaMean(pictures: Uint8Array, base: number, rows: Span, columns: Span): number {
  let sum = 0;
  for (const [dy, rowShare] of rows.shares.entries()) {
    const row = base + (rows.start + dy) * cifarSize * 3;
    for (const [dx, columnShare] of columns.shares.entries()) {
      sum += rowShare * columnShare * (pictures[row + (columns.start + dx) * 3] as number);
    }
  }
  return sum;
}
