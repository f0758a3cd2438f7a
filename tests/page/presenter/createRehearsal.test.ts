import { expect, test, vi } from 'vitest';
import { RehearsalFailed, type Rehearse, type Rehearsing } from '../../../src/figure/rehearsal.ts';
import { createRehearsal } from '../../../src/page/presenter/rehearsal/createRehearsal.ts';

const found = { device: '', startMs: 1, takes: [] };
const works: Rehearse = () => Promise.resolve(found);
const fails: Rehearse = () => Promise.reject(new RehearsalFailed('The pictures are missing.'));

/** Runs until it is cancelled. */
function createEndless() {
  const given: Rehearsing[] = [];
  const rehearse: Rehearse = (rehearsing) => {
    given.push(rehearsing);
    return new Promise((_, reject) => {
      const { signal } = rehearsing;
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  return { given, rehearse };
}

test('one demonstration is tried after the other, and a failure does not end it', async () => {
  const heard: number[] = [];
  const rehearsal = createRehearsal([{ rehearse: fails }, { rehearse: works }], (index) =>
    heard.push(index),
  );
  await rehearsal.run();
  expect(rehearsal.states).toEqual([
    { phase: 'failed', why: 'The pictures are missing.' },
    { phase: 'done', found },
  ]);
  expect(heard.at(-1)).toBe(1);
  expect(rehearsal.isRunning).toBe(false);
});

test('what takes too long is skipped, or all of it cancelled; late progress is not heard', async () => {
  const [slow, other] = [createEndless(), createEndless()];
  const rehearsal = createRehearsal(
    [{ rehearse: slow.rehearse }, { rehearse: other.rehearse }, { rehearse: works }],
    () => undefined,
  );
  const over = rehearsal.run();
  slow.given[0]?.tell('Training step 3 of 150');
  expect(rehearsal.states[0]).toEqual({ phase: 'running', progress: 'Training step 3 of 150' });
  rehearsal.skip();
  await vi.waitFor(() => expect(rehearsal.states[1]?.phase).toBe('running'));
  slow.given[0]?.tell('Training step 4 of 150');
  rehearsal.cancel();
  await over;
  expect(rehearsal.states.map(({ phase }) => phase)).toEqual(['skipped', 'skipped', 'skipped']);
});
