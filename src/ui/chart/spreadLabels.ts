/**
 * Moves labels apart until each has `height` pixels, in order of their places and as little as that
 * order allows; all stay between `top` and `bottom` where they fit. Returns the new places in the order given.
 */
export function spreadLabels(
  places: number[],
  height: number,
  top: number,
  bottom: number,
): number[] {
  const order = places.map((_, index) => index).sort((a, b) => at(places, a) - at(places, b));
  const spread = [...places];
  let previous = top - height;
  for (const index of order) {
    previous = Math.max(at(places, index), previous + height);
    spread[index] = previous;
  }
  let next = bottom + height;
  for (const index of order.reverse()) {
    next = Math.min(at(spread, index), next - height);
    spread[index] = next;
  }
  return spread;
}

const at = (values: number[], index: number) => values[index] as number;
