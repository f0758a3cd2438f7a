let made = 0;

/** A number greater than those of all nodes so far. */
export function nextSequence(): number {
  return made++;
}
