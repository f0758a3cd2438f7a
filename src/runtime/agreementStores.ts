import { createStore } from 'zustand/vanilla';
import type { StateDict } from '../contract/stateDict.ts';
import type {
  Score,
  StreamChange,
  SycophancyReadingFinding,
  SycophancyTraining,
} from '../contract/sycophancy.ts';
import type { Prompt } from '../contract/toyLanguage.ts';

/** What the figures of the small transformer tell each other, and the exercises that ask about it. */

/** A small transformer that the reader trained on this page: how, and how it answers. */
export interface ReadersNetwork {
  training: SycophancyTraining;
  weights: StateDict;
  score: Score;
}

export type WhichNetwork = 'chapter' | 'reader';

/** The newest that the reader trained to its end, which other figures go on with; null before the first. */
export const readersNetwork = createStore<ReadersNetwork | null>(() => null);

/** What was last read on this page. */
export const readHere = createStore<{
  network: WhichNetwork;
  prompt: Prompt;
  reading: SycophancyReadingFinding;
} | null>(() => null);

/** How changes were last seen to act on this page, over all held-out prompts. */
export const steeredHere = createStore<{
  network: WhichNetwork;
  changes: StreamChange[];
  unchanged: Score;
  changed: Score;
} | null>(() => null);
