import { RehearsalFailed, type Rehearsed } from '../../../figure/rehearsal.ts';
import { reasonOf } from '../../../lib/reasonOf.ts';
import type { Demo } from './findDemos.ts';

/** How far the rehearsal of one demonstration is. */
export type DemoState =
  | { phase: 'waiting' }
  | { phase: 'running'; progress: string }
  | { phase: 'done'; found: Rehearsed }
  /** @property why a sentence */
  | { phase: 'failed'; why: string }
  /** The presenter didn't wait for it. */
  | { phase: 'skipped' };

/** The rehearsal of a lesson: one demonstration after the other, since each takes the whole machine. */
export interface Rehearsal {
  /** In the order of the demonstrations. */
  readonly states: readonly DemoState[];
  readonly isRunning: boolean;
  /** Tries out all, from the first; resolves when that is over. Nothing while it is running. */
  run(): Promise<void>;
  /** Goes on with the next. */
  skip(): void;
  /** Ends it; what was found stays. */
  cancel(): void;
}

/** @param onChange is told of every change of a state, by the number of the demonstration */
export function createRehearsal(
  demos: readonly Pick<Demo, 'rehearse'>[],
  onChange: (index: number) => void,
): Rehearsal {
  const states: DemoState[] = demos.map(() => ({ phase: 'waiting' }));
  let current: AbortController | undefined;
  let isRunning = false;
  let isCancelled = false;

  const set = (index: number, state: DemoState) => {
    states[index] = state;
    onChange(index);
  };

  const runOne = async ({ rehearse }: Pick<Demo, 'rehearse'>, index: number) => {
    const { signal } = (current = new AbortController());
    const tell = (progress: string) => {
      if (!signal.aborted && states[index]?.phase === 'running')
        set(index, { phase: 'running', progress });
    };
    set(index, { phase: 'running', progress: '' });
    try {
      set(index, { phase: 'done', found: await rehearse({ signal, tell }) });
    } catch (error) {
      if (signal.aborted) return set(index, { phase: 'skipped' });
      if (!(error instanceof RehearsalFailed)) console.error(error);
      const why = error instanceof RehearsalFailed ? error.message : `${reasonOf(error)}.`;
      set(index, { phase: 'failed', why });
    }
  };

  return {
    states,
    get isRunning() {
      return isRunning;
    },
    async run() {
      if (isRunning) return;
      [isRunning, isCancelled] = [true, false];
      demos.forEach((_, index) => set(index, { phase: 'waiting' }));
      for (const [index, demo] of demos.entries())
        if (isCancelled) set(index, { phase: 'skipped' });
        else await runOne(demo, index);
      isRunning = false;
    },
    skip: () => current?.abort(),
    cancel() {
      isCancelled = true;
      current?.abort();
    },
  };
}
