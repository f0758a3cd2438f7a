import { expect, test } from 'vitest';
import { intact, isIntact, withWay } from '../../../../src/contract/surgery.ts';
import {
  canGoLater,
  countChanges,
  withLater,
} from '../../../../src/widgets/classifier/network/operate.ts';

const order = (surgery: ReturnType<typeof intact>, stage: number) =>
  surgery[stage]!.map(({ block }) => block);

test('a way is opened and closed, and nothing else changes', () => {
  const cut = withWay(intact(), 2, 3, 'branch');
  expect(cut[2]![3]).toEqual({ block: 3, way: 'branch' });
  expect(countChanges(cut)).toEqual({ changed: 1, reordered: 0 });
  expect(isIntact(cut)).toBe(false);
  expect(isIntact(withWay(cut, 2, 3, 'both'))).toBe(true);
});

test('blocks of equal shape change places, the one that downsamples stays first', () => {
  const moved = withLater(withLater(intact(), 2, 1), 2, 1);
  expect(order(moved, 2)).toEqual([0, 2, 3, 1, 4, 5]);
  expect(countChanges(moved)).toEqual({ changed: 0, reordered: 1 });
  expect(withLater(intact(), 2, 0)).toEqual(intact());
  expect(order(withLater(intact(), 0, 0), 0)).toEqual([1, 0, 2]);
  expect(canGoLater(intact(), 3, 2)).toBe(false);
  expect(withLater(intact(), 3, 2)).toEqual(intact());
});
