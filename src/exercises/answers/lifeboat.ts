import type { KeptAnswer } from '../../contract/exercises.ts';
import { removeStored, readStored, store } from '../../lib/deviceStorage.ts';
import { isKeptAnswer } from './isKeptAnswer.ts';

/** A change that was not written when the page was left, and the revision it went on from. */
interface Unwritten {
  kept: KeptAnswer;
  base: number;
}

const prefix = 'unwritten-answer-';
const storageKey = (exercise: string) => prefix + exercise;

/**
 * Keeps a change at once, in the moment in which a page is left: a database would answer too late. Fails
 * silently, since there is nobody left to be told.
 */
export function keepUnwritten(unwritten: Unwritten): void {
  store(storageKey(unwritten.kept.exercise), JSON.stringify(unwritten));
}

/** What was kept so, once: it is removed. */
export function takeUnwritten(exercise: string): Unwritten | undefined {
  const stored = readStored(storageKey(exercise));
  if (stored === null) return undefined;
  removeStored(storageKey(exercise));
  try {
    const { kept, base } = JSON.parse(stored) as Unwritten;
    return isKeptAnswer(kept) && Number.isInteger(base) ? { kept, base } : undefined;
  } catch {
    return undefined;
  }
}

/** All that was kept so, of whatever exercise: it is removed. */
export function takeAllUnwritten(): Unwritten[] {
  let keys: string[] = [];
  try {
    keys = Object.keys(localStorage);
  } catch {
    // Without storage nothing was kept.
  }
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => takeUnwritten(key.slice(prefix.length)) ?? []);
}
