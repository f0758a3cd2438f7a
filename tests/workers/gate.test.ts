import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/contract/training.ts';
import { createGate, throughGate } from '../../src/workers/gate.ts';

/** A run of `steps` steps, and whether it was ended by whoever listened. */
function runOf(steps: number) {
  const state = { ended: false };
  async function* events(): AsyncGenerator<TrainEvent> {
    try {
      for (let step = 1; step <= steps; step++)
        yield { type: 'progress', step, trainingMs: step, tensors: 1 };
      yield { type: 'done', step: steps, reason: 'finished' };
    } finally {
      state.ended = true;
    }
  }
  return { state, events: events() };
}

/** What comes through, in short; `react` answers each event before the next. */
async function listen(
  events: AsyncIterable<TrainEvent>,
  react: (line: string) => void = () => undefined,
): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of events) {
    const line = `${event.type} ${'step' in event ? event.step : ''}`;
    lines.push(line);
    react(line);
  }
  return lines;
}

test('an open gate lets a run through to its end', async () => {
  const { events } = runOf(2);
  expect(await listen(throughGate(events, createGate()))).toEqual([
    ...['progress 1', 'progress 2', 'done 2'],
  ]);
});

test('a closed gate holds the run until it is opened', async () => {
  const gate = createGate();
  const { events } = runOf(2);
  const lines = await listen(throughGate(events, gate), (line) => {
    if (line === 'progress 1') gate.close();
    // A command from the page comes in a task of its own.
    if (line === 'paused 1') setTimeout(gate.open);
  });
  expect(lines).toEqual(['progress 1', 'paused 1', 'resumed 1', 'progress 2', 'done 2']);
});

test('a run that waits for nothing still hears its reader', async () => {
  const gate = createGate();
  const { events, state } = runOf(Infinity);
  const lines = await listen(throughGate(events, gate), (line) => {
    if (line === 'progress 1') setTimeout(gate.stop);
  });
  expect(lines.at(-1)).toBe(`done ${lines.length - 1}`);
  expect(state.ended).toBe(true);
});

test('a stop ends a paused run, which frees what it holds', async () => {
  const gate = createGate();
  const { events, state } = runOf(3);
  const lines = await listen(throughGate(events, gate), (line) => {
    if (line === 'progress 1') gate.close();
    if (line === 'paused 1') setTimeout(gate.stop);
  });
  expect(lines).toEqual(['progress 1', 'paused 1', 'done 1']);
  expect(state.ended).toBe(true);
});

test('a run that has ended is neither paused nor stopped', async () => {
  const gate = createGate();
  const { events } = runOf(1);
  const lines = await listen(throughGate(events, gate), (line) => {
    if (line !== 'done 1') return;
    gate.close();
    gate.stop();
  });
  expect(lines).toEqual(['progress 1', 'done 1']);
});

test('what fails because it was stopped is no failure, and anything else is', async () => {
  async function* fetching(): AsyncGenerator<TrainEvent> {
    yield { type: 'progress', step: 1, trainingMs: 1, tensors: 1 };
    throw new Error('Given up.');
  }
  await expect(listen(throughGate(fetching(), createGate()))).rejects.toThrow('Given up.');
  const stopped = createGate();
  // Only after the run was asked for what it fetches.
  const lines = await listen(
    throughGate(
      (async function* () {
        yield { type: 'progress', step: 1, trainingMs: 1, tensors: 1 } as const;
        stopped.stop();
        throw new Error('Given up.');
      })(),
      stopped,
    ),
  );
  expect(lines).toEqual(['progress 1', 'done 1']);
});

test('a closed gate holds whoever passes until it opens', async () => {
  const gate = createGate();
  await gate.passed();
  gate.close();
  let through = false;
  const passing = gate.passed().then(() => (through = true));
  await Promise.resolve();
  expect(through).toBe(false);
  gate.open();
  await passing;
  expect(through).toBe(true);
});
