/** Aborts a connection that brings nothing for a while. */
export interface StallWatch {
  signal: AbortSignal;
  /** Awaits what the connection must bring in time; rejects with the signal's reason once it is aborted. */
  during<T>(work: Promise<T>): Promise<T>;
}

/**
 * @param ms how long nothing may come, in milliseconds
 * @param outer aborts the connection too
 */
export function createStallWatch(ms: number, outer?: AbortSignal): StallWatch {
  const controller = new AbortController();
  const { signal } = controller;
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Whoever awaits nothing now hears of it with the next wait.
  aborted.catch(() => undefined);
  return {
    signal,
    async during(work) {
      const timer = setTimeout(() => controller.abort(new Error('the connection stalled')), ms);
      try {
        return await Promise.race([work, aborted]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
