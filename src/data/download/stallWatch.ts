/** Aborts a connection that delivers nothing for a while. */
export interface StallWatch {
  signal: AbortSignal;
  /** Awaits something that the connection must deliver in time. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** @param ms how long the connection may be silent, in milliseconds */
export function createStallWatch(ms: number): StallWatch {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    async during(work) {
      const timer = setTimeout(() => controller.abort(new Error('the connection stalled')), ms);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
