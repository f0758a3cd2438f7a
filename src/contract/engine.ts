/** Which engine can compute, and what the page is told of the one that does. */
export type BackendName = 'webgl' | 'wasm' | 'cpu';

/** Which engine computes, on which device, and why it was chosen: words for the reader. */
export interface EngineInfo {
  backend: BackendName;
  device: string;
  reason: string;
}
