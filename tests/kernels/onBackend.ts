import { expect } from 'vitest';
import { relativeError, tolerance } from '../reference/closeness.ts';

/** `simple` is what takes few operations, or sums in float64; the others are sums in float32. */
type Kind = 'simple' | 'forward' | 'gradient';

const processor = { simple: 1e-6, forward: 1e-5, gradient: 1e-5 };

/** Relative errors that a backend's kernels are held to. GPUs may round as they like: theirs is the promise. */
const tolerances: Record<string, Record<Kind, number>> = {
  cpu: processor,
  'wasm, composed': { ...processor, simple: 5e-6 },
  wasm: processor,
  'wasm, 2 threads': processor,
  webgl: { ...tolerance, simple: tolerance.forward },
  webgpu: { ...tolerance, simple: tolerance.forward },
};

/** `expectClose` with the tolerance of one backend; `scale` as in `relativeError`. */
export function expectCloseOn(backend: string) {
  return (
    actual: ArrayLike<number>,
    expected: ArrayLike<number>,
    kind: Kind,
    what: string,
    scale?: number,
  ): void => {
    const error = relativeError(actual, expected, scale);
    expect(error, `${what} on ${backend}: relative error`).toBeLessThanOrEqual(
      tolerances[backend]![kind],
    );
  };
}

/** Whether a backend of `describeBackends` runs kernels written for it, not composed ones. */
export function hasOwnKernels(backend: string): boolean {
  return ['wasm', 'wasm, 2 threads', 'webgl', 'webgpu'].includes(backend);
}
