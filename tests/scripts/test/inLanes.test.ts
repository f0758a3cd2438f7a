import { expect, test } from 'vitest';
import { inLanes } from '../../../scripts/test/inLanes.ts';

test('as many run at once as there are lanes, in order', async () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const all = inLanes(2, ['a', 'b', 'c', 'd'], (item) => {
    begun.push(item);
    return new Promise((resolve) => void ends.set(item, resolve));
  });
  expect(begun).toEqual(['a', 'b']);
  ends.get('b')!();
  await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
  ends.get('c')!();
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd']);
  ends.get('a')!();
  ends.get('d')!();
  await all;
});

test('more lanes than items do no harm', async () => {
  const done: number[] = [];
  await inLanes(4, [1, 2], async (item) => void done.push(item));
  expect(done).toEqual([1, 2]);
});
