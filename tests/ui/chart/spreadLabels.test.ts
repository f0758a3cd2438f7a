import { expect, test } from 'vitest';
import { createRng } from '../../../src/lib/rng.ts';
import { spreadLabels } from '../../../src/ui/chart/spreadLabels.ts';

test('labels far apart stay where they are', () => {
  expect(spreadLabels([20, 80, 50], 10, 0, 100)).toEqual([20, 80, 50]);
});

test('any labels that fit end up apart, inside and in order', () => {
  const rng = createRng(1);
  for (let round = 0; round < 200; round++) {
    const places = Array.from({ length: 1 + rng.int(6) }, () => rng.next() * 100);
    const spread = spreadLabels(places, 15, 0, 100);
    const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
    for (const [rank, index] of order.entries()) {
      expect(spread[index]).toBeGreaterThanOrEqual(0);
      expect(spread[index]).toBeLessThanOrEqual(100);
      if (rank > 0)
        expect(spread[index]! - spread[order[rank - 1]!]!).toBeGreaterThanOrEqual(15 - 1e-9);
    }
  }
});
