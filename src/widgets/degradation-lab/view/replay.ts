/** How long a replay of so many steps takes: 40 s for 5,000, and for short runs no less than 8. */
export function replaySeconds(steps: number): number {
  return Math.round(Math.min(40, Math.max(8, steps / 125)));
}

/** Where a replay is that was at a step, so many milliseconds later; it does not stop at the last step. */
export function stepAfter(step: number, ms: number, steps: number): number {
  return step + (ms / 1000 / replaySeconds(steps)) * steps;
}

/** Steps between two places of the scrubber. */
export function scrubberUnit(steps: number): number {
  return Math.max(1, Math.round(steps / 500));
}

/** Steps that one press goes on by where nothing moves by itself: about a twentieth of the run. */
export function strideOf(steps: number): number {
  const unit = scrubberUnit(steps);
  return unit * Math.max(1, Math.round(steps / 20 / unit));
}
