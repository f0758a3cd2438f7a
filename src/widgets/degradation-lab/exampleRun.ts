import type { NetworkRecord, RunRecord } from '../../contract/runRecord.ts';

/** A finished run of four networks with constant errors, for tests of what is said about it. */
export function runWith(errors: Record<string, number>, step = 100): RunRecord {
  return {
    startedAt: '2026-11-24T10:00:00.000Z',
    engine: { backend: 'wasm', device: 'WebAssembly on the processor', reason: 'A test.' },
    settings: {
      depths: [20, 56],
      kinds: ['plain', 'residual'],
      width: 8,
      pictureSize: 16,
      batchSize: 64,
      steps: step,
      learningRate: 0.05,
      seed: 1,
      trainPictures: 50_000,
      evaluateEvery: 50,
      testPictures: 500,
    },
    step,
    trainingMs: 1000 * step,
    networks: Object.entries(errors).map(([id, error]): NetworkRecord => {
      const [kind, depth] = id.split('-') as ['plain' | 'residual', string];
      return {
        id,
        kind,
        depth: Number(depth),
        parameters: 1000,
        trainErrors: Array.from({ length: step }, () => error),
        testErrors: [{ step, error: error + 0.01 }],
      };
    }),
  };
}
