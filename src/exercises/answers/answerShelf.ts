import { promisifyRequest } from 'idb-keyval';
import type { KeptAnswer } from '../../contract/exercises.ts';
import { createDeviceStore } from '../../lib/deviceDatabase.ts';
import { isKeptAnswer } from './isKeptAnswer.ts';
import { joinAnswers } from './joinAnswers.ts';

/** An answer as it lies on this device. */
export interface ShelvedAnswer extends KeptAnswer {
  /** Grows with each write, by whatever tab. */
  revision: number;
}

const shelf = createDeviceStore('skip-connections-answers', 'answers');
const answerKey = (exercise: string) => `answer ${exercise}`;
const historyKey = (exercise: string) => `history ${exercise}`;

/** The answer to an exercise that is kept on this device. Rejects where storage refuses or never answers. */
export async function readAnswer(exercise: string): Promise<ShelvedAnswer | undefined> {
  const found = await shelf('readonly', (store) => request(store.get(answerKey(exercise))));
  return isShelved(found) ? found : undefined;
}

/** All answers on this device; what is none is left out. Rejects as `readAnswer` does. */
export async function listAnswers(): Promise<ShelvedAnswer[]> {
  const range = IDBKeyRange.bound(answerKey(''), answerKey('\uffff'));
  const found = await shelf('readonly', (store) => request<unknown[]>(store.getAll(range)));
  return found.filter(isShelved);
}

/**
 * Writes an answer. Where another tab has written since `base`, both are kept: this one, and the other beside it.
 * Resolves to what lies there now; rejects as `readAnswer` does, and where there is no room.
 * @param base the revision that the answer goes on from; 0 where it was begun anew
 */
export function writeAnswer(answer: KeptAnswer, base: number): Promise<ShelvedAnswer> {
  const change = (there?: ShelvedAnswer) =>
    there && there.revision !== base ? joinAnswers(answer, there) : answer;
  return replace(answer.exercise, change, base);
}

/** Writes an answer that comes from elsewhere; of it and the one that is here, the later is the answer. */
export function addAnswer(answer: KeptAnswer): Promise<ShelvedAnswer> {
  return replace(answer.exercise, (there) => {
    if (!there) return answer;
    return there.changedAt > answer.changedAt
      ? joinAnswers(there, answer)
      : joinAnswers(answer, there);
  });
}

async function replace(
  exercise: string,
  change: (there: ShelvedAnswer | undefined) => KeptAnswer,
  base = 0,
): Promise<ShelvedAnswer> {
  return shelf('readwrite', async (store) => {
    const found = await request(store.get(answerKey(exercise)));
    const there = isShelved(found) ? found : undefined;
    const written = { ...change(there), revision: Math.max(base, there?.revision ?? 0) + 1 };
    store.put(written, answerKey(exercise));
    await promisifyRequest(store.transaction);
    return written;
  });
}

/** Deletes everything. Rejects as `readAnswer` does. */
export async function clearShelf(): Promise<void> {
  await shelf('readwrite', async (store) => {
    store.clear();
    await promisifyRequest(store.transaction);
  });
}

/** The editor's past of an exercise, whatever the editor made of it. Rejects as `readAnswer` does. */
export function readHistory(exercise: string): Promise<unknown> {
  return shelf('readonly', (store) => request(store.get(historyKey(exercise))));
}

/** Keeps the editor's past. Rejects as `writeAnswer` does. */
export async function writeHistory(exercise: string, history: unknown): Promise<void> {
  await shelf('readwrite', async (store) => {
    store.put(history, historyKey(exercise));
    await promisifyRequest(store.transaction);
  });
}

function request<T = unknown>(asked: IDBRequest): Promise<T> {
  return promisifyRequest<T>(asked as IDBRequest<T>);
}

function isShelved(found: unknown): found is ShelvedAnswer {
  return isKeptAnswer(found) && Number.isInteger((found as Partial<ShelvedAnswer>).revision);
}
