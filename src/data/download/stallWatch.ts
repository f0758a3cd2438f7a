/** Aborts a connection that brings nothing for a while. */
export interface StallWatch {
  signal: AbortSignal;
  /** Awaits what the connection must bring in time. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** @param ms how long nothing may come, in milliseconds */
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
