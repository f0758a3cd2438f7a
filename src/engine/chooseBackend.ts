import type { BackendName } from '../contract/engine.ts';
import type { WebglDevice } from './inspectWebgl.ts';

export interface BackendChoice {
  backend: BackendName;
  /** Why this one: a sentence for the reader. */
  reason: string;
}

/** What happened to WebGL earlier in this run; only after 'lost' is it worth another try. */
export type WebglFault = 'lost' | 'lost too often' | 'failing';

/**
 * The backends to try, best first: WebGL on a real GPU, then WebAssembly, then plain JavaScript.
 * The reader's choice is tried first, except for WebGL where it cannot train.
 * @param mayCompile whether the site lets WebAssembly run
 */
export function chooseBackends(
  wish: 'auto' | BackendName,
  webgl: WebglDevice | undefined,
  fault?: WebglFault,
  mayCompile = true,
): BackendChoice[] {
  const asked = 'You chose this engine.';
  const choices: BackendChoice[] = [];
  if ((wish === 'wasm' && mayCompile) || wish === 'cpu')
    choices.push({ backend: wish, reason: asked });
  if (webgl?.float32 && (!fault || fault === 'lost') && (!webgl.software || wish === 'webgl')) {
    const gpu = wish === 'webgl' ? asked : 'WebGL can use the GPU of this device.';
    const reason = fault ? 'The browser lost its connection to the GPU and has restored it.' : gpu;
    choices.push({ backend: 'webgl', reason });
  }
  if (mayCompile) {
    choices.push({ backend: 'wasm', reason: `${whyNotWebgl(wish, webgl, fault)}.` });
  }
  choices.push({
    backend: 'cpu',
    reason: mayCompile
      ? 'Neither WebGL nor WebAssembly works in this browser, so this will be slow.'
      : 'The security policy of this site forbids WebAssembly (its Content-Security-Policy lacks ‘wasm-unsafe-eval’), so this will be slow.',
  });
  return choices;
}

function whyNotWebgl(
  wish: 'auto' | BackendName,
  webgl: WebglDevice | undefined,
  fault: WebglFault | undefined,
): string {
  if (fault) return `${faults[fault]}, so this runs on the CPU`;
  if (!webgl) return 'This browser has no WebGL in background workers, so this runs on the CPU';
  if (!webgl.float32) {
    return 'WebGL computes with only 16-bit numbers on this GPU, too coarse for training, so this runs on the CPU';
  }
  if (webgl.software && wish !== 'webgl')
    return 'This browser runs WebGL in software, so WebAssembly is faster';
  return 'WebGL could not be started, so this runs on the CPU';
}

const faults: Record<WebglFault, string> = {
  lost: 'The browser lost its connection to the GPU and could not restore it',
  'lost too often': 'The browser kept losing its connection to the GPU',
  failing: 'WebGL could not run these networks',
};
