/** The engines there are, best first where all work, and what the page knows about the one in use. */
export const backendNames = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

/** Which engine computes, on which device, and why it was chosen: words for the reader. */
export interface EngineInfo {
  backend: BackendName;
  device: string;
  reason: string;
}

/** Raised with every change after which the engine computes other digits: recordings are then made again. */
export const engineVersion = 2;
