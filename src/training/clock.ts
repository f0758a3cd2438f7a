/** Adds up the time between starts and stops, in milliseconds. */
export interface Clock {
  start(): void;
  stop(): void;
  total(): number;
}

/** @param total what went before, in milliseconds */
export function createClock(total = 0): Clock {
  let started = 0;
  return {
    start: () => void (started = performance.now()),
    stop: () => void (total += performance.now() - started),
    total: () => total,
  };
}
