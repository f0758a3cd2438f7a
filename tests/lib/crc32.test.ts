import { crc32 as zlibCrc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/lib/crc32.ts';
import { createRng } from '../../src/lib/rng.ts';

test('gives the check value of the CRC-32 catalogues', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('agrees with zlib at every length and alignment', () => {
  const rng = createRng(1, 'crc32');
  const bytes = Uint8Array.from({ length: 3088 }, () => rng.int(256));
  for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 3073]) {
    for (const start of [0, 1, 2, 3]) {
      const part = bytes.subarray(start, start + length);
      expect(crc32(part)).toBe(zlibCrc32(part));
    }
  }
});
