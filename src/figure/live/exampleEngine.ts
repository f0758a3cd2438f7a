/** The engine of figures that are shown in a given state. */
export const engine = {
  backend: 'wasm',
  device: 'WebAssembly on the CPU',
  reason: 'This browser runs WebGL in software, so WebAssembly is faster.',
} as const;

/** A recording of figures that are shown in a given state; its own result is not drawn. */
export const recorded = {
  figure: '',
  recordedAt: '2026-11-24T12:00:00.000Z',
  engine: { backend: 'wasm', device: 'WebAssembly on the CPU' },
  settings: {},
  result: null,
} as const;
