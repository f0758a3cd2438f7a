/** The engine of figures that are shown in a given state. */
export const engine = {
  backend: 'wasm',
  device: 'WebAssembly on the processor',
  reason: 'WebGL is drawn in software here, so WebAssembly is faster.',
} as const;
