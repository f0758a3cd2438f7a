/** Adds up the time between starts and stops, in milliseconds. */
export interface Clock {
  start(): void;
  stop(): void;
  total(): number;
}

export function createClock(): Clock {
  let total = 0;
  let started = 0;
  return {
    start: () => void (started = performance.now()),
    stop: () => void (total += performance.now() - started),
    total: () => total,
  };
}
