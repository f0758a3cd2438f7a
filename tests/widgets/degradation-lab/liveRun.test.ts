import { expect, test } from 'vitest';
import { applyEvents, type LiveRun } from '../../../src/widgets/degradation-lab/run/liveRun.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';

/** What is measured of the blocks. */
const blocks = { gradients: [0.2, 0.1], branches: [] };

const fresh = (): LiveRun => ({
  phase: 'starting',
  record: runWith({ 'plain-8': 0, 'residual-8': 0 }, 0),
});

test('a run grows event by event and the earlier state stays as it was', () => {
  const before = fresh();
  const after = applyEvents(before, [
    { type: 'engine', backend: 'wasm', device: 'D', reason: 'R' },
    { type: 'networks', networks: [{ id: 'plain-8', parameters: 7 }] },
    { type: 'step', network: 'plain-8', step: 1, loss: 2.3, trainError: 0.9 },
    { type: 'progress', step: 1, trainingMs: 12, tensors: 5 },
    { type: 'measurement', network: 'plain-8', step: 1, testError: 0.8, ...blocks },
  ]);
  expect(after.phase).toBe('training');
  expect(after.record.networks[0]).toMatchObject({ parameters: 7, trainErrors: [0.9] });
  expect(after.record.networks[0]?.losses).toEqual([2.3]);
  expect(after.record.networks[0]?.measurements.at(-1)).toEqual({
    ...{ step: 1, testError: 0.8 },
    ...blocks,
  });
  expect(before.record.networks[0]?.trainErrors).toEqual([]);
});

test('a failure keeps what was computed', () => {
  const run = applyEvents(fresh(), [
    { type: 'step', network: 'plain-8', step: 1, loss: 2.3, trainError: 0.9 },
    { type: 'progress', step: 1, trainingMs: 12, tensors: 5 },
    { type: 'failed', message: 'M.', remedy: 'R.' },
  ]);
  expect(run).toMatchObject({ phase: 'failed', failure: { message: 'M.', remedy: 'R.' } });
  expect(run.record.networks[0]?.trainErrors).toEqual([0.9]);
});

test('pause and resume change the phase, divergence marks one network', () => {
  const paused = applyEvents(fresh(), [{ type: 'paused', step: 3 }]);
  expect(paused.phase).toBe('paused');
  const resumed = applyEvents(paused, [
    { type: 'resumed', step: 3 },
    { type: 'diverged', network: 'residual-8', step: 4 },
  ]);
  expect(resumed.phase).toBe('training');
  expect(resumed.record.networks.map(({ divergedAt }) => divergedAt)).toEqual([undefined, 4]);
});

test('a lost device takes back the steps that are trained again, and the figure says so', () => {
  const step = (network: string, n: number) =>
    ({ type: 'step', network, step: n, loss: 1, trainError: n / 10 }) as const;
  const tested = (n: number) =>
    ({ type: 'measurement', network: 'plain-8', step: n, testError: 0.5, ...blocks }) as const;
  const run = applyEvents(fresh(), [
    ...[step('plain-8', 1), step('residual-8', 1), tested(1)],
    ...[
      step('plain-8', 2),
      { type: 'diverged', network: 'residual-8', step: 2 } as const,
      tested(2),
    ],
    { type: 'progress', step: 2, trainingMs: 9, tensors: 5 },
    { type: 'rolledBack', cause: 'device', lostAt: 3, resumedFrom: 2 },
  ]);
  const [plain, residual] = run.record.networks;
  expect(run.record.step).toBe(1);
  expect(plain?.trainErrors).toEqual([0.1]);
  expect(plain?.losses).toEqual([1]);
  expect(plain?.measurements.at(-1)).toMatchObject({ step: 1, testError: 0.5 });
  expect(residual?.divergedAt).toBeUndefined();
  expect(run.notice).toBe(
    'The browser lost its connection to the GPU at step 3; training continues from step 2.',
  );
  expect(applyEvents(run, [step('plain-8', 2)]).record.networks[0]?.trainErrors).toEqual([
    0.1, 0.2,
  ]);
});
