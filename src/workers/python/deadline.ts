import type { PyodideAPI } from 'pyodide';

/** What a program that computes too long is interrupted with. */
const interrupt = 2;
/** A program that goes on after it was interrupted is interrupted again after so long, in milliseconds. */
const againMs = 500;

export interface Deadline {
  set(fromNowMs: number): void;
  clear(): void;
}

/**
 * Interrupts Python once it has computed for so long. Python looks every few instructions whether another thread has
 * left a signal in a buffer; here the buffer itself looks at the clock, so that no shared memory is needed, which
 * only pages with special headers have.
 */
export function createDeadline(pyodide: PyodideAPI): Deadline {
  let at = Infinity;
  const buffer = {
    get 0() {
      if (performance.now() < at) return 0;
      at = performance.now() + againMs;
      return interrupt;
    },
    set 0(_read: number) {},
  };
  pyodide.setInterruptBuffer(buffer as unknown as Uint8Array);
  return {
    set: (fromNowMs) => void (at = performance.now() + fromNowMs),
    clear: () => void (at = Infinity),
  };
}
