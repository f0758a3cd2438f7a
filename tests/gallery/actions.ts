const nothing = () => undefined;

/** What a reader can do to a figure that experiments, to no effect. */
const actions = { change: nothing, run: nothing, stop: nothing, reset: nothing };

/** A figure before its first experiment, and the engine of the others. */
export const idle = {
  phase: 'idle',
  result: null,
  waitingFor: null,
  engine: null,
  stopped: false,
  failure: null,
  actions,
} as const;

export const engine = {
  backend: 'wasm',
  device: 'WebAssembly on the processor',
  reason: 'WebGL is drawn in software here, so WebAssembly is faster.',
} as const;
