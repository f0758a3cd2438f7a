import { engineVersion } from '../../contract/engine.ts';
import { asInThePaper, constantRate, type NetworkConfig } from '../../contract/runConfig.ts';
import type { RunRecord } from '../../contract/runRecord.ts';

/** Of three blocks. */
const measuredBlocks = { gradients: [0.3, 0.2, 0.1], branches: [1.2, 0.8, 0.5] };

/** A finished run of networks with constant errors, for tests of what is said about it. */
export function runWith(errors: Record<string, number>, step = 100): RunRecord {
  return {
    startedAt: '2026-11-24T10:00:00.000Z',
    engine: {
      ...{ backend: 'wasm', device: 'WebAssembly on the CPU', reason: 'A test.' },
      version: engineVersion,
    },
    config: {
      networks: Object.keys(errors).map((id): NetworkConfig => {
        const [kind, depth] = id.split('-') as ['plain' | 'residual', string];
        return {
          ...{ id, kind, depth: Number(depth), width: 8 },
          ...asInThePaper,
        };
      }),
      recipe: {
        ...{ steps: step, batchSize: 64, learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 },
        ...{ schedule: constantRate, seed: 1 },
      },
      data: { pictureSize: 16, trainPictures: 50_000, shift: 2, flip: true },
      evaluation: { every: 50, pictures: 500 },
    },
    step,
    ...{ trainingMs: 1000 * step, every: 1 },
    networks: Object.entries(errors).map(([id, error]) => ({
      id,
      parameters: 1000,
      trainErrors: Array.from({ length: step }, () => error),
      losses: Array.from({ length: step }, () => 2.3 * error),
      measurements: [{ step, testError: error + 0.01, ...measuredBlocks }],
    })),
  };
}
