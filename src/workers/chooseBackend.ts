import type { BackendName } from '../runtime/protocol.ts';
import type { WebglDevice } from './device.ts';

export interface BackendChoice {
  backend: BackendName;
  /** Why this one: a sentence for the reader. */
  reason: string;
}

/**
 * The backends to try, best first: WebGL on a real GPU, then WebAssembly, then plain JavaScript.
 * A wish of the reader's is tried first, whatever the device says.
 */
export function chooseBackends(
  wish: 'auto' | BackendName,
  webgl: WebglDevice | undefined,
): BackendChoice[] {
  const automatic: BackendChoice[] = [
    ...(webgl && !webgl.software && webgl.float32
      ? [{ backend: 'webgl' as const, reason: 'This device has a GPU that WebGL can use.' }]
      : []),
    { backend: 'wasm', reason: whyWasm(webgl) },
    { backend: 'cpu', reason: 'Neither WebGL nor WebAssembly works here; this will be slow.' },
  ];
  if (wish === 'auto') return automatic;
  return [{ backend: wish, reason: 'You asked for it.' }, ...automatic];
}

function whyWasm(webgl: WebglDevice | undefined): string {
  if (!webgl)
    return 'This browser offers no WebGL to a background worker, so the processor computes.';
  if (webgl.software) return 'WebGL is drawn in software here, so WebAssembly is faster.';
  if (!webgl.float32) {
    return 'This GPU computes with 16-bit numbers only, too coarse for training, so the processor computes.';
  }
  return 'WebGL could not be started, so the processor computes.';
}
