import { expect, test } from 'vitest';
import { provenanceOf, statusOf } from '../../src/figure/describeRun.ts';
import type { ExperimentEvent, Finding } from '../../src/contract/experiments.ts';
import { applyEvents, type ExperimentState } from '../../src/figure/experimentStore.ts';

const starting: ExperimentState<object, Finding[]> = {
  settings: {},
  result: [],
  phase: 'starting',
  waitingFor: null,
  engine: null,
  stopped: false,
  failure: null,
};
const error: Finding = { type: 'error', step: 1, errors: { plain: 1, residual: 1 } };
const apply = (...events: ExperimentEvent[]) =>
  applyEvents(starting, events, (result, findings) => [...result, ...findings]);

const engine = { backend: 'wasm', device: 'A device', reason: 'It is here.' } as const;

test('a figure waits, measures and ends', () => {
  const waiting = apply({ id: 1, type: 'waiting', for: 'engine' });
  expect(statusOf(waiting, 'step 0')).toBe('Starting the engine…');
  const fetching = apply({ id: 1, type: 'waiting', for: 'pictures' });
  expect(statusOf(fetching, 'step 0')).toMatch(/Fetching pictures/);

  const running = apply(
    { id: 1, type: 'engine', ...engine },
    { id: 1, type: 'finding', finding: error },
  );
  expect(running).toMatchObject({ phase: 'running', result: [error] });
  expect(statusOf(running, 'step 1')).toBe('At step 1');
  expect(provenanceOf(running)).toBe('Live on this device: A device. It is here.');

  const ended = apply({ id: 1, type: 'done', stopped: true });
  expect(statusOf(ended, 'step 1')).toBe('Stopped at step 1.');
  expect(starting.result).toEqual([]);
});

test('a failure keeps what was found', () => {
  const failed = apply(
    { id: 1, type: 'finding', finding: error },
    { id: 1, type: 'failed', message: 'Gone.', remedy: 'Try again.' },
  );
  expect(failed).toMatchObject({ phase: 'failed', result: [error], failure: { message: 'Gone.' } });
});
