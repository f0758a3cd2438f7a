import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test, vi } from 'vitest';
import type { TrainConfig } from '../../src/contract/training.ts';
import { train } from '../../src/training/train.ts';
import { processor } from './devices.ts';

/** Stands in for a network whose loss becomes NaN at step 3 when it is plain. */
vi.mock('../../src/training/contestant.ts', () => ({
  createContestant({ id, kind }: { id: string; kind: string }) {
    let steps = 0;
    return {
      id,
      parameters: 1,
      diverged: false,
      network: { eval: () => undefined, train: () => undefined },
      dispose: () => undefined,
      step: () =>
        Promise.resolve({ loss: kind === 'plain' && ++steps === 3 ? NaN : 1, trainError: 0.5 }),
    };
  },
}));

test('a NaN loss stops that network only', async () => {
  await tf.setBackend('cpu');
  const batch = { pictures: new Float32Array(12), labels: new Int32Array(1) };
  const seen: string[] = [];
  const run = train(
    {
      networks: [
        { id: 'plain', kind: 'plain', depth: 8 },
        { id: 'residual', kind: 'residual', depth: 8 },
      ],
      batchSize: 1,
      pictureSize: 2,
      steps: 5,
      evaluateEvery: 10,
    } as unknown as TrainConfig,
    { batchAt: () => Promise.resolve(batch) },
    { pictures: new Float32Array(0), labels: new Int32Array(0), pictureSize: 2 },
    processor,
  );
  for await (const event of run) {
    if (event.type === 'step' || event.type === 'diverged') {
      seen.push(`${event.type} ${event.network} ${event.step}`);
    }
    if (event.type === 'progress' && event.step === 4) break;
  }
  expect(seen).toEqual([
    'step plain 1',
    'step residual 1',
    'step plain 2',
    'step residual 2',
    'diverged plain 3',
    'step residual 3',
    'step residual 4',
  ]);
});
