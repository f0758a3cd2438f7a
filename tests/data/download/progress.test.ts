import { expect, test, vi } from 'vitest';
import { followDownload, watchDownloads } from '../../../src/data/download/progress.ts';

test('all downloads that go on are told together, and never more than the sites say', () => {
  const heard = vi.fn();
  watchDownloads(heard);
  const [first, second] = [followDownload(100), followDownload(50)];
  first(40);
  second(10);
  expect(heard.mock.calls).toEqual([
    [40, 150],
    [50, 150],
  ]);
  first(130);
  expect(heard).toHaveBeenLastCalledWith(110, 150);
  second(50);
  followDownload(10)(5);
  expect(heard).toHaveBeenLastCalledWith(5, 10);
});
