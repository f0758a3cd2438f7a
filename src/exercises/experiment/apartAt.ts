/** Of the axis, the part in which curves are looked at: not where all begin, nor where they have ended. */
const [first, last] = [0.06, 0.7];

/** Where several curves, all at the same steps, lie furthest apart: the step whose closest two are most distant. */
export function apartAt(curves: [x: number, y: number][][]): number {
  const steps = curves[0]?.map(([x]) => x) ?? [];
  const end = steps.at(-1) ?? 0;
  const distance = (index: number) => {
    const heights = curves.map((points) => points[index]?.[1] ?? 0).sort((a, b) => a - b);
    return Math.min(...heights.slice(1).map((height, place) => height - (heights[place] ?? 0)));
  };
  let best = { step: end, distance: -Infinity };
  for (const [index, step] of steps.entries()) {
    if (step < first * end || step > last * end) continue;
    const now = distance(index);
    if (now > best.distance) best = { step, distance: now };
  }
  return best.step;
}
