/** In milliseconds; in Chrome a reading usually ends before the first. */
const interval = 2;

/**
 * Waits for a reading, and meanwhile gives the queue nothing to do, again and again: Firefox looks for work that is
 * done when it is given more, else ten times a second (Mozilla's bug 1870699), which was as many steps as it trained.
 */
export async function withPulse<T>(queue: GPUQueue, reading: Promise<T>): Promise<T> {
  const timer = setInterval(() => queue.submit([]), interval);
  try {
    return await reading;
  } finally {
    clearInterval(timer);
  }
}
