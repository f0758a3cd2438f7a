import { createStore } from 'zustand/vanilla';
import type { CheckReport, KeptAnswer } from '../../contract/exercises.ts';
import { problemOf, type StorageProblem } from '../../lib/deviceStorage.ts';
import { openAnswerChannel, type AnswerChannel } from './answerNews.ts';
import { readAnswer, writeAnswer, type ShelvedAnswer } from './answerShelf.ts';
import { isSameAnswer } from './isSameAnswer.ts';
import { keepOthers } from './joinAnswers.ts';
import { keepUnwritten, takeUnwritten } from './lifeboat.ts';

/** What the page knows of the reader's answer to one exercise. */
export interface AnswerState {
  /** What was kept is still being read. */
  isReading: boolean;
  /** Undefined until the reader begins. */
  kept: KeptAnswer | undefined;
  /** Why the newest change is not kept on this device, if it is not. */
  unkept: StorageProblem | null;
  /** Another tab had an answer of its own: both are kept. */
  isMet: boolean;
}

export type AnswerSession = ReturnType<typeof createAnswerSession>;

/**
 * The reader's answer to an exercise while its page is open: read from this device, written as it changes, and
 * followed where another tab writes. Whatever storage does, the answer stays here until the page is left.
 * @param answered the exercise's id and version, and what an answer to it may be
 * @param writeAfterMs keys that come in such a burst are written together, in milliseconds
 */
export function createAnswerSession({ id, version, isAnswer }: Answered, writeAfterMs = 400) {
  const store = createStore<AnswerState>(() => ({
    ...{ isReading: true, kept: undefined, unkept: null, isMet: false },
  }));
  /** The revision on this device that the answer here goes on from. */
  let base = 0;
  /** Changes so far, and those of them that a write has taken along. */
  let changes = 0;
  let written = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;

  let channel: AnswerChannel | undefined;

  async function read(): Promise<void> {
    const found = await readAnswer(id).catch(() => undefined);
    const unwritten = takeUnwritten(id);
    if (changes === written) {
      if (found && found.revision > base) take(found);
      if (unwritten && unwritten.kept.changedAt > (found?.changedAt ?? 0)) {
        base = unwritten.base;
        change(unwritten.kept);
      }
    }
    store.setState({ isReading: false });
  }

  function take(found: ShelvedAnswer): void {
    const { revision, ...kept } = found;
    base = revision;
    const { answer, others = [], changedAt } = kept;
    const isKnown = answer === undefined || isAnswer(answer);
    // The exercise was of another kind once.
    const aside = {
      answer: undefined,
      others: keepOthers([...others, { answer, changedAt }], null),
    };
    store.setState({ kept: isKnown ? kept : { ...kept, ...aside } });
  }

  /** Begins anew: the answer was deleted elsewhere. */
  function drop(): void {
    base = 0;
    store.setState({ kept: undefined, isMet: false });
  }

  function change(part: Partial<KeptAnswer>): void {
    const { kept = { exercise: id, version } } = store.getState();
    store.setState({ kept: { ...kept, ...part, changedAt: Date.now() } });
    changes++;
    timer ??= setTimeout(() => void write(), writeAfterMs);
  }

  /** Writes what is not written; resolves once it is, or cannot be. */
  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    const { kept } = store.getState();
    if (!kept || written === changes) return;
    writing = put(kept);
    await writing;
  }

  async function put(kept: KeptAnswer): Promise<void> {
    const taken = changes;
    try {
      const { revision, ...now } = await writeAnswer(kept, base);
      base = revision;
      written = taken;
      store.setState(({ kept: latest, isMet }) => ({
        unkept: null,
        isMet: isMet || (now.others?.length ?? 0) > (kept.others?.length ?? 0),
        // Changes made meanwhile stay on top of what the other tab had.
        kept:
          taken === changes
            ? now
            : { ...now, ...latest, ...(now.others && { others: now.others }) },
      }));
      channel?.tell({ exercise: id, revision });
    } catch (error) {
      store.setState({ unkept: problemOf(error) });
    }
  }

  return {
    store,
    /** Follows other tabs from now on; returns what ends that. */
    open(): () => void {
      const own = openAnswerChannel(({ exercise, revision, isGone }) => {
        // What is not written yet meets the other's when it is.
        if (exercise !== id || changes !== written) return;
        if (isGone) drop();
        else if (revision > base) void read();
      });
      channel = own;
      return own.close;
    },
    /** Reads what is kept, and again as the page comes back to the reader. */
    read,
    /** Before the page is left, perhaps for good. */
    leave(): void {
      const { kept } = store.getState();
      if (kept && changes !== written) keepUnwritten({ kept, base });
      void write();
    },
    answer(answer: unknown): void {
      if (!isSameAnswer(answer, store.getState().kept?.answer)) change({ answer });
    },
    /** The version rises with the first check by the present task. */
    report(report: CheckReport, judged: unknown): void {
      const isSolved = report.results.length > 0 && report.results.every(({ passed }) => passed);
      const { kept } = store.getState();
      const isFirst = isSolved && kept?.solvedAt === undefined;
      change({
        // What was begun with may be checked as it is.
        ...(kept?.answer === undefined && { answer: judged }),
        ...{ version, report, judged },
        ...(isFirst && { solvedAt: Date.now(), solvedWith: judged }),
      });
    },
    hint(hints: number): void {
      change({ hints });
    },
    lookAtSolution(): void {
      if (store.getState().kept?.solvedAt === undefined) change({ sawSolution: true });
    },
    /** Takes up one of the answers beside the present one, which takes its place there. */
    swap(answer: unknown): void {
      const { kept } = store.getState();
      if (!kept) return;
      const aside = [...(kept.others ?? []), { answer: kept.answer, changedAt: kept.changedAt }];
      change({ answer, others: keepOthers(aside, answer) });
    },
  };
}

interface Answered {
  id: string;
  version: number;
  isAnswer: (value: unknown) => boolean;
}
