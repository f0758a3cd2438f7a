import type { NetworkConfig } from '../../contract/runConfig.ts';
import type { RunRecord } from '../../contract/runRecord.ts';

/** A finished run of networks with constant errors, for tests of what is said about it. */
export function runWith(errors: Record<string, number>, step = 100): RunRecord {
  return {
    startedAt: '2026-11-24T10:00:00.000Z',
    engine: { backend: 'wasm', device: 'WebAssembly on the CPU', reason: 'A test.' },
    config: {
      networks: Object.keys(errors).map((id): NetworkConfig => {
        const [kind, depth] = id.split('-') as ['plain' | 'residual', string];
        return { id, kind, depth: Number(depth), width: 8, shortcut: 'A' };
      }),
      recipe: {
        ...{ steps: step, batchSize: 64, learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 },
        seed: 1,
      },
      data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
      evaluation: { every: 50, pictures: 500 },
    },
    step,
    trainingMs: 1000 * step,
    networks: Object.entries(errors).map(([id, error]) => ({
      id,
      parameters: 1000,
      trainErrors: Array.from({ length: step }, () => error),
      testErrors: [{ step, error: error + 0.01 }],
    })),
  };
}
