import type { BackendName } from '../contract/engine.ts';
import type { WebglDevice } from './inspectWebgl.ts';

export interface BackendChoice {
  backend: BackendName;
  /** Why this one: a sentence for the reader. */
  reason: string;
}

/** What happened to WebGL earlier in this run; only after 'lost' it is worth another try. */
export type WebglFault = 'lost' | 'lost too often' | 'failing';

/**
 * The backends to try, best first: WebGL on a real GPU, then WebAssembly, then plain JavaScript.
 * A wish of the reader's is tried first, except for WebGL where it cannot train.
 */
export function chooseBackends(
  wish: 'auto' | BackendName,
  webgl: WebglDevice | undefined,
  fault?: WebglFault,
): BackendChoice[] {
  const asked = 'You asked for it.';
  const choices: BackendChoice[] = [];
  if (wish === 'wasm' || wish === 'cpu') choices.push({ backend: wish, reason: asked });
  if (webgl?.float32 && (!fault || fault === 'lost') && (!webgl.software || wish === 'webgl')) {
    const gpu = wish === 'webgl' ? asked : 'This device has a GPU that WebGL can use.';
    const reason = fault ? 'The graphics device was lost and has been started anew.' : gpu;
    choices.push({ backend: 'webgl', reason });
  }
  choices.push({ backend: 'wasm', reason: `${whyNotWebgl(wish, webgl, fault)}.` });
  choices.push({
    backend: 'cpu',
    reason: 'Neither WebGL nor WebAssembly works here; this will be slow.',
  });
  return choices;
}

function whyNotWebgl(
  wish: 'auto' | BackendName,
  webgl: WebglDevice | undefined,
  fault: WebglFault | undefined,
): string {
  if (fault) return `${faults[fault]}, so the processor computes`;
  if (!webgl)
    return 'This browser offers no WebGL to a background worker, so the processor computes';
  if (!webgl.float32) {
    return 'This GPU computes with 16-bit numbers only, too coarse for training, so the processor computes';
  }
  if (webgl.software && wish !== 'webgl')
    return 'WebGL is drawn in software here, so WebAssembly is faster';
  return 'WebGL could not be started, so the processor computes';
}

const faults: Record<WebglFault, string> = {
  lost: 'The graphics device was lost and could not be started again',
  'lost too often': 'The graphics device was lost again and again',
  failing: 'WebGL failed at the networks’ programs',
};
